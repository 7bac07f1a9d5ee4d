import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Feed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('file_name', models.CharField(max_length=200)),
                ('state', models.CharField(choices=[('checking', 'Being checked'), ('checked', 'Ready to look at'), ('refused', 'Cannot be used'), ('live', 'In use'), ('replaced', 'Replaced by another'), ('removed', 'Taken away'), ('discarded', 'Thrown away')], default='checking', max_length=10)),
                ('agency', models.CharField(blank=True, default='', max_length=200)),
                ('starts_on', models.DateField(null=True)),
                ('ends_on', models.DateField(null=True)),
                ('dates', models.JSONField(default=list)),
                ('counts', models.JSONField(default=dict)),
                ('findings', models.JSONField(default=dict)),
                ('progress', models.PositiveSmallIntegerField(default=0)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'created_at'], name='travel_feed_school__e1d2d9_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'live')), fields=('school',), name='one_timetable_in_use')],
            },
        ),
        migrations.CreateModel(
            name='FeedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('content', models.BinaryField()),
                ('feed', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='file', to='travel.feed')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PackedTimetable',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('content', models.BinaryField()),
                ('feed', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='timetable', to='travel.feed')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Start',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=60)),
                ('latitude', models.FloatField()),
                ('longitude', models.FloatField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'name'), name='one_start_per_name')],
            },
        ),
        migrations.CreateModel(
            name='StreetMap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('file', models.CharField(max_length=200)),
                ('digest', models.CharField(max_length=64)),
                ('file_name', models.CharField(max_length=200)),
                ('size', models.PositiveIntegerField()),
                ('south', models.FloatField()),
                ('west', models.FloatField()),
                ('north', models.FloatField()),
                ('east', models.FloatField()),
                ('min_zoom', models.PositiveSmallIntegerField()),
                ('max_zoom', models.PositiveSmallIntegerField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_street_map_per_school')],
            },
        ),
    ]
