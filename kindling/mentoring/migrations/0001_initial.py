import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('schools', '0001_initial'),
        ('sites', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChapterRead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('version', models.PositiveSmallIntegerField()),
                ('chapter', models.CharField(max_length=20)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chapters', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'version', 'chapter'), name='one_read_chapter')],
            },
        ),
        migrations.CreateModel(
            name='ClassVisit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.TextField(max_length=1000)),
                ('times', models.CharField(max_length=300)),
                ('most', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('offered', 'Waits for an answer'), ('agreed', 'Agreed on'), ('declined', 'Not now')], default='offered', max_length=10)),
                ('offered_on', models.DateField()),
                ('on', models.DateField(null=True)),
                ('at', models.TimeField(null=True)),
                ('answer', models.CharField(blank=True, default='', max_length=500)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='class_visits', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='class_visits', to='sites.site')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state'], name='mentoring_c_school__7d34c5_idx'), models.Index(fields=['mentor', 'state'], name='mentoring_c_mentor__8e968c_idx')],
            },
        ),
        migrations.CreateModel(
            name='MentorPath',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('invited', 'Invited'), ('applied', 'Waits for an answer'), ('accepted', 'Accepted'), ('declined', 'Not now'), ('retired', 'Retired')], default='invited', max_length=10)),
                ('is_alum', models.BooleanField(default=False)),
                ('invited_on', models.DateField(null=True)),
                ('work', models.CharField(blank=True, default='', max_length=200)),
                ('offers', models.TextField(blank=True, default='', max_length=2000)),
                ('times', models.CharField(blank=True, default='', max_length=300)),
                ('applied_on', models.DateField(null=True)),
                ('answered_on', models.DateField(null=True)),
                ('answer', models.CharField(blank=True, default='', max_length=500)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='mentor_path', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sites.site')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state'], name='mentoring_m_school__0a2afd_idx')],
            },
        ),
        migrations.CreateModel(
            name='Orientation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('version', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=200)),
                ('language', models.CharField(max_length=10)),
                ('stamp', models.CharField(max_length=64)),
                ('on', models.DateField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='orientations', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'person'], name='mentoring_o_school__95d0ed_idx')],
                'constraints': [models.UniqueConstraint(fields=('person', 'version'), name='one_orientation_a_version')],
            },
        ),
    ]
