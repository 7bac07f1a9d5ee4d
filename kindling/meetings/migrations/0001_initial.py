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
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('plan', 'Learning plan'), ('project', 'Project set-up'), ('review', 'Review'), ('other', 'Another meeting')], max_length=10)),
                ('title', models.CharField(blank=True, default='', max_length=120)),
                ('starts_at', models.DateTimeField()),
                ('on', models.DateField()),
                ('minutes', models.PositiveSmallIntegerField(default=45)),
                ('place', models.CharField(blank=True, default='', max_length=200)),
                ('video', models.URLField(blank=True, default='', max_length=500)),
                ('interpreter_language', models.CharField(blank=True, default='', max_length=60)),
                ('interpreter', models.CharField(blank=True, choices=[('', 'No interpreter'), ('asked', 'Interpreter asked for'), ('confirmed', 'Interpreter comes')], default='', max_length=10)),
                ('interpreter_name', models.CharField(blank=True, default='', max_length=200)),
                ('agenda', models.TextField(blank=True, default='')),
                ('notes', models.TextField(blank=True, default='')),
                ('state', models.CharField(choices=[('booked', 'Booked'), ('held', 'Held'), ('cancelled', 'Called off')], default='booked', max_length=10)),
                ('reason', models.CharField(blank=True, default='', max_length=300)),
                ('sequence', models.PositiveSmallIntegerField(default=0)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('leader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'student', '-starts_at'], name='meetings_me_school__d3ca9d_idx'), models.Index(fields=['school', 'student', 'on'], name='meetings_me_school__dba2b3_idx'), models.Index(fields=['school', 'state', 'starts_at'], name='meetings_me_school__0aeff9_idx')],
            },
        ),
        migrations.CreateModel(
            name='Commitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.CharField(max_length=300)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('reminded_on', models.DateField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='promises', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='promises', to='people.student')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='commitments', to='meetings.meeting')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'student', 'done_at'], name='meetings_co_school__7adac1_idx'), models.Index(fields=['school', 'owner', 'done_at'], name='meetings_co_school__f0e6ec_idx'), models.Index(fields=['school', 'done_at', 'due_on'], name='meetings_co_school__4a64c5_idx')],
            },
        ),
        migrations.CreateModel(
            name='Attendee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('part', models.CharField(choices=[('student', 'Student'), ('advisor', 'Advisor'), ('guardian', 'Family'), ('mentor', 'Mentor'), ('staff', 'Other staff')], max_length=20)),
                ('answer', models.CharField(blank=True, choices=[('', 'No answer yet'), ('coming', 'Coming'), ('not_coming', 'Cannot come')], default='', max_length=10)),
                ('note', models.CharField(blank=True, default='', max_length=300)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('is_invited', models.BooleanField(default=False)),
                ('off_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attended', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendees', to='meetings.meeting')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'off_at'], name='meetings_at_person__d83b2b_idx')],
                'constraints': [models.UniqueConstraint(fields=('meeting', 'person'), name='one_attendee_per_person')],
            },
        ),
        migrations.CreateModel(
            name='MeetingChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('led_from_grade', models.CharField(blank=True, default='101', max_length=10)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_meeting_choice_per_school')],
            },
        ),
        migrations.CreateModel(
            name='AgendaText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('plan', 'Learning plan'), ('project', 'Project set-up'), ('review', 'Review'), ('other', 'Another meeting')], max_length=10)),
                ('text', models.TextField(max_length=4000)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'kind'), name='one_agenda_per_kind')],
            },
        ),
    ]
