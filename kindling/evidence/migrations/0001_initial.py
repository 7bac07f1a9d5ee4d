import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('goals', '0001_initial'),
        ('people', '0001_initial'),
        ('plans', '0001_initial'),
        ('projects', '0001_initial'),
        ('schools', '0001_initial'),
        ('uploads', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(max_length=120)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', '-created_at'], name='evidence_se_student_a6f029_idx')],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('photo', 'Photo'), ('video', 'Video'), ('audio', 'Sound'), ('file', 'File'), ('link', 'Link'), ('text', 'Words')], max_length=5)),
                ('source', models.CharField(choices=[('own', 'Made'), ('mentor', 'A mentor’s words'), ('check_out', 'From an internship day'), ('hours', 'Hours'), ('feedback', 'Feedback'), ('thanks', 'A thank-you'), ('journal', 'From the journal')], default='own', max_length=9)),
                ('source_key', models.CharField(blank=True, default='', max_length=60)),
                ('said_by', models.CharField(blank=True, default='', max_length=200)),
                ('title', models.CharField(max_length=120)),
                ('words', models.TextField(blank=True, default='', max_length=8000)),
                ('link', models.URLField(blank=True, default='', max_length=500)),
                ('reflection', models.TextField(blank=True, default='', max_length=4000)),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('sent_key', models.CharField(blank=True, default='', max_length=64)),
                ('state', models.CharField(choices=[('kept', 'Kept'), ('removed', 'Taken away')], default='kept', max_length=7)),
                ('people', models.CharField(choices=[('none', 'Nobody else is in it'), ('asked', 'Somebody is asked'), ('agreed', 'Everybody said yes'), ('closed', 'Not everybody said yes')], default='none', max_length=6)),
                ('for_family', models.BooleanField(default=False)),
                ('for_mentor', models.BooleanField(default=False)),
                ('seen_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='people.student')),
                ('term', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.term')),
                ('upload', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='uploads.upload')),
                ('series', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='pieces', to='evidence.series')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'student', 'state', '-on', '-id'], name='evidence_ev_school__593621_idx'), models.Index(fields=['school', 'state', 'seen_at', 'at'], name='evidence_ev_school__80f672_idx'), models.Index(fields=['series', 'on'], name='evidence_ev_series__c660e1_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(models.Q(('source_key', ''), _negated=True), ('state', 'kept')), fields=('student', 'source_key'), name='one_evidence_per_source'), models.UniqueConstraint(condition=models.Q(('sent_key', ''), _negated=True), fields=('student', 'sent_key'), name='one_evidence_per_sending')],
            },
        ),
        migrations.CreateModel(
            name='Tag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tags', to='evidence.evidence')),
                ('goal', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence_tags', to='goals.goal')),
                ('own_goal', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence_tags', to='goals.owngoal')),
                ('plan_item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence_tags', to='plans.planitem')),
                ('project', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence_tags', to='projects.project')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('plan_item__isnull', False), ('goal__isnull', True), ('own_goal__isnull', True), ('project__isnull', True)), models.Q(('project__isnull', False), ('goal__isnull', True), ('own_goal__isnull', True), ('plan_item__isnull', True)), models.Q(('goal__isnull', False), ('own_goal__isnull', True), ('plan_item__isnull', True), ('project__isnull', True)), models.Q(('own_goal__isnull', False), ('goal__isnull', True), ('plan_item__isnull', True), ('project__isnull', True)), _connector='OR'), name='tag_has_one_target'), models.UniqueConstraint(condition=models.Q(('plan_item__isnull', False)), fields=('evidence', 'plan_item'), name='one_tag_per_plan_item'), models.UniqueConstraint(condition=models.Q(('project__isnull', False)), fields=('evidence', 'project'), name='one_tag_per_project'), models.UniqueConstraint(condition=models.Q(('goal__isnull', False)), fields=('evidence', 'goal'), name='one_tag_per_goal'), models.UniqueConstraint(condition=models.Q(('own_goal__isnull', False)), fields=('evidence', 'own_goal'), name='one_tag_per_own_goal')],
            },
        ),
        migrations.CreateModel(
            name='Tally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('count', models.PositiveIntegerField(default=0)),
                ('last_at', models.DateTimeField(null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence_tallies', to='people.student')),
                ('term', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.term')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'term'], name='evidence_ta_school__107187_idx')],
                'constraints': [models.UniqueConstraint(fields=('student', 'term'), name='one_evidence_tally'), models.UniqueConstraint(condition=models.Q(('term__isnull', True)), fields=('student',), name='one_evidence_tally_off_term')],
            },
        ),
        migrations.CreateModel(
            name='Depicted',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('asked', 'Asked'), ('yes', 'Said yes'), ('no', 'Said no')], default='asked', max_length=5)),
                ('asked_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.student')),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='depicted', to='evidence.evidence')),
            ],
            options={
                'indexes': [models.Index(fields=['student', 'state'], name='evidence_de_student_733b84_idx')],
                'constraints': [models.UniqueConstraint(fields=('evidence', 'student'), name='asked_once_per_picture')],
            },
        ),
        migrations.CreateModel(
            name='EvidenceChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('family_sees_all', models.BooleanField(default=False)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_evidence_choice')],
            },
        ),
    ]
