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
            name='Student',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.CharField(blank=True, default='', max_length=60)),
                ('grade', models.CharField(blank=True, default='', max_length=10)),
                ('birth_on', models.DateField(blank=True, null=True)),
                ('state', models.CharField(choices=[('enrolled', 'Enrolled'), ('withdrawn', 'Withdrawn'), ('graduated', 'Graduated')], default='enrolled', max_length=10)),
                ('enrolled_on', models.DateField()),
                ('left_on', models.DateField(blank=True, null=True)),
                ('is_unlisted', models.BooleanField(default=False)),
                ('holds_rights', models.BooleanField(default=False)),
                ('has_statement', models.BooleanField(default=False)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='student', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'grade'], name='people_stud_school__36e3bf_idx')],
            },
        ),
        migrations.CreateModel(
            name='Sharing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('matter', models.CharField(choices=[('days', 'Where they are: attendance, absences, the place and the hours of an internship'), ('plan', 'Plan, projects and meetings'), ('work', 'Work, exhibitions and what was said of them'), ('words', 'Narratives, transcripts, credits and credentials'), ('care', 'Care, support and incidents'), ('decide', 'Decide: sign, allow, ask for the record'), ('told', 'Get letters and messages')], max_length=6)),
                ('since_on', models.DateField()),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.person')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sharings', to='people.student')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('student', 'adult', 'matter'), name='one_open_sharing_of_a_matter'), models.CheckConstraint(condition=models.Q(('matter__in', ['days', 'plan', 'work', 'words', 'care', 'told'])), name='nobody_shares_deciding')],
            },
        ),
        migrations.CreateModel(
            name='Limit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('matter', models.CharField(choices=[('days', 'Where they are: attendance, absences, the place and the hours of an internship'), ('plan', 'Plan, projects and meetings'), ('work', 'Work, exhibitions and what was said of them'), ('words', 'Narratives, transcripts, credits and credentials'), ('care', 'Care, support and incidents'), ('decide', 'Decide: sign, allow, ask for the record'), ('told', 'Get letters and messages')], max_length=6)),
                ('basis', models.CharField(choices=[('court', 'Court order'), ('safety', 'Safety plan'), ('foster', 'Foster care: somebody else decides'), ('household', 'Second household, as both agreed'), ('other', 'Another reason, written below')], max_length=10)),
                ('words', models.CharField(blank=True, default='', max_length=500)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.person')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='limits', to='people.student')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['student'], name='open_limits')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='limit_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='Connection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('role', models.CharField(choices=[('advisor', 'Advisor'), ('guardian', 'Family'), ('mentor', 'Mentor')], max_length=20)),
                ('relation', models.CharField(blank=True, default='', max_length=60)),
                ('is_primary', models.BooleanField(default=False)),
                ('is_substitute', models.BooleanField(default=False)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('is_protected', models.BooleanField(default=False)),
                ('has_days', models.BooleanField(default=True)),
                ('has_plan', models.BooleanField(default=True)),
                ('has_work', models.BooleanField(default=True)),
                ('has_words', models.BooleanField(default=True)),
                ('has_care', models.BooleanField(default=True)),
                ('has_decide', models.BooleanField(default=True)),
                ('has_told', models.BooleanField(default=True)),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='connections', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='connections', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'adult', 'until_on'], name='people_conn_school__0d25dd_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('student', 'adult', 'role'), name='one_open_connection'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='connection_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('is_substitute', False), ('until_on__isnull', False), _connector='OR'), name='substitute_has_a_last_day'), models.CheckConstraint(condition=models.Q(('role', 'guardian'), models.Q(('has_care', True), ('has_days', True), ('has_decide', True), ('has_plan', True), ('has_told', True), ('has_words', True), ('has_work', True)), _connector='OR'), name='only_family_is_limited')],
            },
        ),
        migrations.CreateModel(
            name='CareNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('text', models.CharField(max_length=500)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('allowed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='care_notes', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', 'until_on'], name='people_care_student_22b72f_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('since_on'))), name='care_note_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='Transfer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('outcome', models.CharField(choices=[('student', 'The rights are the student’s'), ('dependent', 'The family reads on: the student is their dependent')], max_length=9)),
                ('basis', models.CharField(blank=True, default='', max_length=500)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='transfers', to='people.student')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('student',), name='one_standing_transfer'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'dependent'), _negated=True), models.Q(('until_on__isnull', False), models.Q(('basis', ''), _negated=True)), _connector='OR'), name='dependent_says_why_and_until_when')],
            },
        ),
    ]
