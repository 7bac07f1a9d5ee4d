import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('advisory', '0001_initial'),
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Gathering',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('session', 'Session'), ('circle', 'Circle'), ('pick_me_up', 'Pick-me-up'), ('trip', 'Trip')], default='session', max_length=12)),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('held', 'Held'), ('cancelled', 'Did not happen')], default='planned', max_length=10)),
                ('on', models.DateField()),
                ('at', models.TimeField(blank=True, null=True)),
                ('title', models.CharField(max_length=120)),
                ('theme', models.CharField(blank=True, default='', max_length=120)),
                ('place', models.CharField(blank=True, default='', max_length=200)),
                ('opening', models.TextField(blank=True, default='', max_length=1000)),
                ('connect', models.TextField(blank=True, default='', max_length=1000)),
                ('activity', models.TextField(blank=True, default='', max_length=2000)),
                ('reflect', models.TextField(blank=True, default='', max_length=1000)),
                ('closing', models.TextField(blank=True, default='', max_length=1000)),
                ('note', models.TextField(blank=True, default='', max_length=2000)),
                ('advisory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='gatherings', to='advisory.advisory')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['advisory', '-on'], name='gatherings__advisor_2b305d_idx')],
            },
        ),
        migrations.CreateModel(
            name='Missing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('why', models.CharField(choices=[('away', 'Not there'), ('late', 'Came late'), ('excused', 'Excused')], default='away', max_length=10)),
                ('gathering', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='missing', to='gatherings.gathering')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('gathering', 'student'), name='one_missing_per_student')],
            },
        ),
        migrations.CreateModel(
            name='Reflection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('line', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('gathering', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reflections', to='gatherings.gathering')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('gathering', 'student'), name='one_reflection_per_student')],
            },
        ),
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('key', models.CharField(blank=True, default='', max_length=20)),
                ('quarter', models.PositiveSmallIntegerField(default=1)),
                ('title', models.CharField(max_length=120)),
                ('aims', models.TextField(blank=True, default='', max_length=1000)),
                ('is_retired', models.BooleanField(default=False)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('key', ''), _negated=True), fields=('school', 'key'), name='one_theme_per_key')],
            },
        ),
        migrations.CreateModel(
            name='Turn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('session', 'Session'), ('circle', 'Circle'), ('pick_me_up', 'Pick-me-up'), ('trip', 'Trip')], max_length=12)),
                ('on', models.DateField()),
                ('state', models.CharField(choices=[('next', 'Next'), ('held', 'Held'), ('passed', 'Passed on')], default='next', max_length=10)),
                ('note', models.CharField(blank=True, default='', max_length=500)),
                ('advisory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='turns', to='advisory.advisory')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='turns', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['advisory', 'kind', 'student', '-on'], name='gatherings__advisor_68bcc8_idx'), models.Index(fields=['student', 'state'], name='gatherings__student_75d2ae_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'next')), fields=('advisory', 'kind'), name='one_next_turn')],
            },
        ),
    ]
