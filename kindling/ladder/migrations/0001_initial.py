import django.db.models.deletion
import django.utils.timezone
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('notices', '0001_initial'),
        ('people', '0001_initial'),
        ('placements', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Alarm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('on', models.DateField()),
                ('due_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('round', models.PositiveSmallIntegerField(default=1)),
                ('state', models.CharField(choices=[('open', 'Nobody has it yet'), ('taken', 'Somebody has it'), ('closed', 'Over')], default='open', max_length=10)),
                ('passed', models.PositiveSmallIntegerField(default=0)),
                ('next_at', models.DateTimeField(null=True)),
                ('office_at', models.DateTimeField(null=True)),
                ('taken_at', models.DateTimeField(null=True)),
                ('did', models.CharField(blank=True, default='', max_length=500)),
                ('closed_why', models.CharField(blank=True, choices=[('heard', 'Checked in'), ('reported', 'Reported absent'), ('late', 'Said to be late'), ('unexpected', 'Not expected any more'), ('said', 'Answered by a person'), ('day_over', 'The day ended without a word')], default='', max_length=12)),
                ('closed_at', models.DateTimeField(null=True)),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alarms', to='placements.placement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alarms', to='people.student')),
                ('taken_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', '-due_at'], name='ladder_alar_school__5b5f34_idx'), models.Index(fields=['school', 'on'], name='ladder_alar_school__f2a147_idx'), models.Index(fields=['student', 'on'], name='ladder_alar_student_accb64_idx'), models.Index(condition=models.Q(('state__in', ['open', 'taken'])), fields=['school'], name='live_alarms')],
                'constraints': [models.UniqueConstraint(fields=('placement', 'on'), name='one_alarm_per_day')],
            },
        ),
        migrations.CreateModel(
            name='Call',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('round', models.PositiveSmallIntegerField(default=1)),
                ('part', models.CharField(choices=[('student', 'Student'), ('advisor', 'Advisor'), ('mentor', 'Mentor'), ('office', 'Office'), ('family', 'Family'), ('principal', 'Principal'), ('over', 'That it is over')], max_length=10)),
                ('at', models.DateTimeField()),
                ('alarm', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calls', to='ladder.alarm')),
                ('notice', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='notices.notice')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'alarm'], name='ladder_call_person__34e54c_idx')],
                'constraints': [models.UniqueConstraint(fields=('alarm', 'round', 'part', 'person'), name='one_call_per_rung_and_person')],
            },
        ),
        migrations.CreateModel(
            name='Ladder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_on', models.BooleanField(default=True)),
                ('student_after', models.PositiveSmallIntegerField(default=15)),
                ('guides_after', models.PositiveSmallIntegerField(default=30)),
                ('office_after', models.PositiveSmallIntegerField(default=60)),
                ('principal_after', models.PositiveSmallIntegerField(default=80)),
                ('family_by_itself', models.BooleanField(default=False)),
                ('family_after', models.PositiveSmallIntegerField(default=75)),
                ('look_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('looked_at', models.DateTimeField(null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['look_at'], name='ladder_ladd_look_at_f28046_idx')],
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_ladder_per_school')],
            },
        ),
    ]
