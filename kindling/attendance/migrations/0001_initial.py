import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('placements', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Day',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('on', models.DateField()),
                ('planned_starts_at', models.TimeField(null=True)),
                ('planned_ends_at', models.TimeField(null=True)),
                ('state', models.CharField(choices=[('expected', 'Expected'), ('checked_in', 'Checked in'), ('checked_out', 'Checked out'), ('confirmed', 'Confirmed'), ('disputed', 'The times differ'), ('settled', 'Settled'), ('absent', 'Was not there')], default='expected', max_length=12)),
                ('standing', models.CharField(choices=[('none', 'Nothing to count yet'), ('waiting', 'Waiting for the mentor'), ('confirmed', 'Confirmed'), ('disputed', 'To be settled')], default='none', max_length=10)),
                ('minutes', models.PositiveSmallIntegerField(default=0)),
                ('mode', models.CharField(choices=[('on_site', 'At the place'), ('remote', 'From home, for the place'), ('family', 'With a family member as mentor'), ('trip', 'On a field trip with the school')], default='on_site', max_length=8)),
                ('at_site', models.CharField(choices=[('yes', 'At the site'), ('no', 'Not at the site'), ('unknown', 'Not known')], default='unknown', max_length=8)),
                ('goal', models.CharField(blank=True, default='', max_length=300)),
                ('line', models.TextField(blank=True, default='', max_length=2000)),
                ('student_in_at', models.DateTimeField(null=True)),
                ('student_out_at', models.DateTimeField(null=True)),
                ('mentor_in_at', models.DateTimeField(null=True)),
                ('mentor_out_at', models.DateTimeField(null=True)),
                ('mentor_said_at', models.DateTimeField(null=True)),
                ('mentor_note', models.TextField(blank=True, default='', max_length=2000)),
                ('mentor_note_is_shared', models.BooleanField(default=False)),
                ('settled_minutes', models.PositiveSmallIntegerField(null=True)),
                ('settled_reason', models.CharField(blank=True, default='', max_length=500)),
                ('placement', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='days', to='placements.placement')),
                ('school', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('settled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('student', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='days', to='people.student')),
                ('term', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.term')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'on'], name='attendance__school__8d299c_idx'), models.Index(fields=['student', 'on'], name='attendance__student_15bb4b_idx'), models.Index(fields=['school', 'standing', 'on'], name='attendance__school__e75d77_idx'), models.Index(fields=['student', 'standing', 'on'], name='attendance__student_fe2903_idx')],
                'constraints': [models.UniqueConstraint(fields=('placement', 'on'), name='one_day_per_placement')],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('voice', models.CharField(choices=[('student', 'Student'), ('mentor', 'Mentor'), ('staff', 'Staff')], max_length=10)),
                ('kind', models.CharField(choices=[('check_in', 'Checked in'), ('check_out', 'Checked out'), ('confirm', 'Confirmed'), ('correct', 'Corrected the times'), ('absent', 'Was not there'), ('note', 'Wrote a note'), ('settle', 'Settled'), ('mode', 'Said how the day is spent')], max_length=10)),
                ('method', models.CharField(choices=[('page', 'On the phone'), ('offline', 'On the phone, without a network'), ('site_code', 'With the code at the place'), ('text', 'By text message'), ('kiosk', "On the school's tablet"), ('staff', 'By staff'), ('mentor', 'By the mentor'), ('standing', 'By the mentor’s standing word'), ('api', 'By another program')], default='page', max_length=10)),
                ('weight', models.PositiveSmallIntegerField(default=1)),
                ('at', models.DateTimeField()),
                ('arrived_at', models.DateTimeField(null=True)),
                ('in_at', models.DateTimeField(null=True)),
                ('out_at', models.DateTimeField(null=True)),
                ('minutes', models.PositiveSmallIntegerField(null=True)),
                ('text', models.TextField(blank=True, default='', max_length=2000)),
                ('tap', models.CharField(blank=True, max_length=40, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('day', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='attendance.day')),
                ('school', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'tap'), name='one_entry_per_tap')],
            },
        ),
        migrations.CreateModel(
            name='Hours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('confirmed', models.IntegerField(default=0)),
                ('waiting', models.IntegerField(default=0)),
                ('disputed', models.IntegerField(default=0)),
                ('placement', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='hours', to='placements.placement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='hours', to='people.student')),
                ('term', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.term')),
            ],
            options={
                'indexes': [models.Index(fields=['student', 'term'], name='attendance__student_c77527_idx')],
                'constraints': [models.UniqueConstraint(fields=('placement', 'term'), name='one_sum_of_hours'), models.UniqueConstraint(condition=models.Q(('term__isnull', True)), fields=('placement',), name='one_sum_of_hours_between_terms')],
            },
        ),
        migrations.CreateModel(
            name='MentorChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('rhythm', models.CharField(choices=[('daily', 'After every day'), ('weekly', 'Once a week'), ('exceptions', 'Only when something differs')], default='daily', max_length=10)),
                ('word_on', models.DateField(blank=True, null=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='mentor_choice', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
