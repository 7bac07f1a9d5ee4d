import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('code', models.SlugField(max_length=40)),
                ('kind', models.CharField(choices=[('late', 'Late'), ('absent', 'Absent')], max_length=6)),
                ('label', models.CharField(blank=True, default='', max_length=80)),
                ('is_excused', models.BooleanField(default=True)),
                ('sis_code', models.CharField(blank=True, default='', max_length=20)),
                ('for_students', models.BooleanField(default=True)),
                ('for_families', models.BooleanField(default=True)),
                ('place', models.PositiveSmallIntegerField(default=100)),
                ('retired_on', models.DateField(blank=True, null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'ordering': ['place', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('school', 'code'), name='one_reason_per_code')],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('late', 'Late'), ('absent', 'Absent')], max_length=6)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField()),
                ('minutes', models.PositiveSmallIntegerField(null=True)),
                ('due_at', models.DateTimeField(null=True)),
                ('note', models.CharField(blank=True, default='', max_length=500)),
                ('voice', models.CharField(choices=[('student', 'Student'), ('guardian', 'Family'), ('staff', 'School')], max_length=10)),
                ('method', models.CharField(choices=[('page', 'On the phone'), ('offline', 'On the phone, without a network'), ('site_code', 'With the code at the place'), ('text', 'By text message'), ('kiosk', "On the school's tablet"), ('staff', 'By staff'), ('mentor', 'By the mentor'), ('standing', 'By the mentor’s standing word'), ('api', 'By another program')], default='page', max_length=10)),
                ('at', models.DateTimeField()),
                ('state', models.CharField(choices=[('reported', 'Reported'), ('cleared', 'Cleared'), ('unexcused', 'Not excused'), ('replaced', 'Said differently later'), ('taken_back', 'Taken back')], default='reported', max_length=10)),
                ('decided_at', models.DateTimeField(null=True)),
                ('decided_note', models.CharField(blank=True, default='', max_length=500)),
                ('tap', models.CharField(blank=True, max_length=40, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('reason', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='absences.reason')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='absences.report')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'until_on'], name='absences_re_school__1f0e43_idx'), models.Index(fields=['student', 'until_on'], name='absences_re_student_7f469e_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['reported', 'cleared', 'unexcused'])), fields=('student', 'since_on'), name='one_live_report_per_student_and_day'), models.UniqueConstraint(fields=('school', 'tap'), name='one_report_per_tap'), models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('since_on'))), name='report_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='Desk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('roles', models.JSONField(default=list)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_desk_per_school')],
            },
        ),
    ]
