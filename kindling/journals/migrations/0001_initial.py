import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('goals', '0001_initial'),
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='JournalEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('title', models.CharField(blank=True, default='', max_length=200)),
                ('prompt', models.CharField(blank=True, default='', max_length=30)),
                ('text', models.TextField(max_length=12000)),
                ('changed_at', models.DateTimeField(null=True)),
                ('tap', models.CharField(blank=True, max_length=40, null=True)),
                ('read_at', models.DateTimeField(null=True)),
                ('answered_on', models.DateField(null=True)),
                ('waits_since', models.DateTimeField(null=True)),
                ('has_news', models.BooleanField(default=False)),
                ('read_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='journal', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', '-at'], name='journals_jo_student_a3fc3e_idx'), models.Index(fields=['school', 'student', 'answered_on'], name='journals_jo_school__25ff41_idx'), models.Index(condition=models.Q(('waits_since__isnull', False)), fields=['student', 'waits_since'], name='journal_waits')],
                'constraints': [models.UniqueConstraint(fields=('student', 'tap'), name='one_journal_entry_per_tap')],
            },
        ),
        migrations.CreateModel(
            name='JournalGoal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='goals', to='journals.journalentry')),
                ('goal', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='goals.goal')),
                ('own_goal', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='goals.owngoal')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('goal__isnull', True), ('own_goal__isnull', True), _connector='XOR'), name='journal_goal_is_one'), models.UniqueConstraint(fields=('entry', 'goal'), name='one_journal_goal'), models.UniqueConstraint(fields=('entry', 'own_goal'), name='one_journal_own_goal')],
            },
        ),
        migrations.CreateModel(
            name='JournalHanding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('why', models.TextField(max_length=1000)),
                ('incident_id', models.CharField(max_length=14)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='handings', to='journals.journalentry')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='JournalReply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('text', models.TextField(max_length=4000)),
                ('tap', models.CharField(blank=True, max_length=40, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='journals.journalentry')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['entry', 'at'], name='journals_jo_entry_i_0b9f30_idx')],
                'constraints': [models.UniqueConstraint(fields=('entry', 'tap'), name='one_journal_reply_per_tap')],
            },
        ),
        migrations.CreateModel(
            name='JournalRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('why', models.TextField(max_length=1000)),
                ('from_on', models.DateField()),
                ('to_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('until_on', models.DateField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', '-at'], name='journals_jo_student_dd7eea_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('to_on__gte', models.F('from_on'))), name='journal_request_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='JournalOpening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='openings', to='journals.journalrequest')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='JournalShare',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('whom', models.CharField(choices=[('family', 'Family'), ('team', 'Learning team'), ('mentor', 'Mentor')], max_length=10)),
                ('since_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('passed_at', models.DateTimeField(null=True)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shares', to='journals.journalentry')),
                ('passed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('entry', 'whom'), name='one_open_share_per_entry')],
            },
        ),
        migrations.CreateModel(
            name='JournalSum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('entries', models.PositiveIntegerField(default=0)),
                ('waiting', models.PositiveIntegerField(default=0)),
                ('waits_since', models.DateTimeField(null=True)),
                ('last_on', models.DateField(null=True)),
                ('answered_on', models.DateField(null=True)),
                ('news', models.PositiveIntegerField(default=0)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='journal_sum', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'waits_since'], name='journals_jo_school__da5dba_idx')],
            },
        ),
        migrations.CreateModel(
            name='JournalChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('a_week', models.PositiveSmallIntegerField(default=1)),
                ('substitutes_read', models.BooleanField(default=False)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_journal_choice_per_school')],
            },
        ),
    ]
