import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('meetings', '0001_initial'),
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Talk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('due', 'Next'), ('held', 'Held'), ('follow_up', 'Something is still to do'), ('closed', 'Closed')], default='due', max_length=10)),
                ('due_on', models.DateField()),
                ('started_at', models.DateTimeField(null=True)),
                ('held_at', models.DateTimeField(null=True)),
                ('held_on', models.DateField(null=True)),
                ('minutes', models.PositiveSmallIntegerField(default=0)),
                ('is_real', models.BooleanField(default=False)),
                ('wants', models.TextField(blank=True, default='', max_length=4000)),
                ('brings', models.TextField(blank=True, default='', max_length=4000)),
                ('progress', models.TextField(blank=True, default='', max_length=4000)),
                ('feeling', models.TextField(blank=True, default='', max_length=4000)),
                ('obstacles', models.TextField(blank=True, default='', max_length=4000)),
                ('notes', models.TextField(blank=True, default='', max_length=4000)),
                ('between_us', models.JSONField(blank=True, default=list)),
                ('tap', models.CharField(blank=True, default='', max_length=40)),
                ('advisor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='talks', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', '-held_on'], name='talks_talk_student_6447f7_idx'), models.Index(fields=['school', 'student', 'held_on'], name='talks_talk_school__7cb8c3_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'due')), fields=('student',), name='one_next_talk_per_student'), models.CheckConstraint(condition=models.Q(('state', 'due'), ('held_on__isnull', False), _connector='OR'), name='held_talk_has_a_day')],
            },
        ),
        migrations.CreateModel(
            name='PrivateNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('text', models.TextField(max_length=4000)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('corrects', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='correction', to='talks.privatenote')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
                ('talk', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='talks.talk')),
            ],
            options={
                'indexes': [models.Index(fields=['student', '-at'], name='talks_priva_student_34f436_idx')],
            },
        ),
        migrations.CreateModel(
            name='TalkChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('every_days', models.PositiveSmallIntegerField(default=7)),
                ('silent_days', models.PositiveSmallIntegerField(default=14)),
                ('real_minutes', models.PositiveSmallIntegerField(default=10)),
                ('family_reads_since', models.DateTimeField(null=True)),
                ('substitutes_talk', models.BooleanField(default=False)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_talk_choice_per_school')],
            },
        ),
        migrations.CreateModel(
            name='TalkPromise',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('commitment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='meetings.commitment')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('talk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='promises', to='talks.talk')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LastTalk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('last_on', models.DateField(null=True)),
                ('due_on', models.DateField()),
                ('every_days', models.PositiveSmallIntegerField(null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='last_talk', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'due_on'], name='talks_lastt_school__5156ba_idx')],
            },
        ),
        migrations.CreateModel(
            name='NoteOpening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', '-at'], name='talks_noteo_student_977e32_idx')],
            },
        ),
        migrations.CreateModel(
            name='NoteReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('why', models.CharField(max_length=300)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('person',), name='one_open_note_reader_per_person'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='note_reader_ends_after_it_starts')],
            },
        ),
    ]
