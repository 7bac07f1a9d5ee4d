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
            name='Narrative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('due', 'The student writes first'), ('drafting', 'The advisor writes'), ('review', 'Being read'), ('returned', 'Given back with a comment'), ('ready', 'Ready for the family'), ('released', 'With the family')], default='due', max_length=8)),
                ('student_done_at', models.DateTimeField(null=True)),
                ('advisor_words', models.PositiveIntegerField(default=0)),
                ('student_words', models.PositiveIntegerField(default=0)),
                ('changed_at', models.DateTimeField()),
                ('correcting_why', models.TextField(blank=True, default='', max_length=1000)),
                ('version_count', models.PositiveSmallIntegerField(default=0)),
                ('released_at', models.DateTimeField(null=True)),
                ('acknowledged_at', models.DateTimeField(null=True)),
                ('advisor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='narratives', to='people.student')),
            ],
        ),
        migrations.CreateModel(
            name='Idea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.CharField(max_length=1000)),
                ('given_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('narrative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ideas', to='narratives.narrative')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NarrativeRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(max_length=120)),
                ('grades', models.CharField(blank=True, default='', max_length=120)),
                ('state', models.CharField(choices=[('open', 'Under way'), ('closed', 'Kept')], default='open', max_length=6)),
                ('student_due_on', models.DateField()),
                ('advisor_due_on', models.DateField()),
                ('release_on', models.DateField()),
                ('reader_reads', models.BooleanField(default=False)),
                ('principal_reads', models.BooleanField(default=True)),
                ('planned_on', models.DateField(blank=True, null=True)),
                ('planned_without', models.BooleanField(default=False)),
                ('planned_said_on', models.DateField(blank=True, null=True)),
                ('planned_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='narrative_rounds', to='schools.term')),
            ],
            options={
                'indexes': [models.Index(fields=['school', '-release_on'], name='narratives__school__7feb71_idx')],
            },
        ),
        migrations.AddField(
            model_name='narrative',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='narratives', to='narratives.narrativeround'),
        ),
        migrations.CreateModel(
            name='Printing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('in_family_language', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('waiting', 'Being made'), ('ready', 'Ready'), ('failed', 'It did not work'), ('gone', 'Deleted')], default='waiting', max_length=7)),
                ('at', models.DateTimeField()),
                ('done', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
                ('file', models.CharField(blank=True, default='', max_length=200)),
                ('size', models.PositiveBigIntegerField(default=0)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='printings', to='narratives.narrativeround')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['round', '-at'], name='narratives__round_i_8ef1af_idx')],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('reader', 'Reader'), ('principal', 'Principal')], max_length=9)),
                ('verdict', models.CharField(blank=True, choices=[('', 'Waits to be read'), ('passed', 'Read and passed on'), ('returned', 'Given back')], default='', max_length=8)),
                ('comment', models.TextField(blank=True, default='', max_length=4000)),
                ('asked_at', models.DateTimeField()),
                ('said_at', models.DateTimeField(null=True)),
                ('narrative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='narratives.narrative')),
                ('reader', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['reader', 'verdict'], name='narratives__reader__ec2cbe_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('verdict', '')), fields=('narrative',), name='one_open_review_per_narrative')],
            },
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=120)),
                ('hint', models.CharField(blank=True, default='', max_length=300)),
                ('student_words', models.PositiveSmallIntegerField(default=0)),
                ('advisor_words', models.PositiveSmallIntegerField(default=0)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='narratives.narrativeround')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('round', 'number'), name='one_section_per_number')],
            },
        ),
        migrations.CreateModel(
            name='Part',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('voice', models.CharField(choices=[('student', 'Student'), ('advisor', 'Advisor')], max_length=7)),
                ('text', models.TextField(blank=True, default='', max_length=20000)),
                ('words', models.PositiveIntegerField(default=0)),
                ('narrative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='narratives.narrative')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='narratives.section')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('narrative', 'section', 'voice'), name='one_part_per_section_and_voice')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('content', models.JSONField()),
                ('content_hash', models.CharField(max_length=64)),
                ('language', models.CharField(max_length=10)),
                ('reason', models.TextField(blank=True, default='', max_length=1000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('narrative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='narratives.narrative')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('narrative', 'number'), name='one_narrative_version_per_number')],
            },
        ),
        migrations.CreateModel(
            name='Translation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('language', models.CharField(max_length=10)),
                ('state', models.CharField(choices=[('waiting', 'Being translated'), ('failed', 'The translator did not answer'), ('machine', 'Translated by a machine'), ('checked', 'Translated by a machine and checked by a person')], default='waiting', max_length=7)),
                ('texts', models.JSONField(default=list)),
                ('checked_at', models.DateTimeField(null=True)),
                ('checked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='translations', to='narratives.version')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('version', 'language'), name='one_translation_per_language')],
            },
        ),
        migrations.CreateModel(
            name='Copy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('language', models.CharField(max_length=10)),
                ('sheet_hash', models.CharField(max_length=64)),
                ('file', models.CharField(max_length=200)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField()),
                ('standard', models.CharField(blank=True, default='', max_length=40)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='narratives.version')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('version', 'language', 'sheet_hash'), name='one_copy_per_sheet')],
            },
        ),
        migrations.CreateModel(
            name='Acknowledgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acknowledgements', to='narratives.version')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('version', 'person'), name='one_acknowledgement_per_person')],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='goals.goal')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('narrative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='narratives.narrative')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('narrative', 'goal'), name='one_mention_per_goal')],
            },
        ),
        migrations.CreateModel(
            name='Citation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('source', models.CharField(max_length=60)),
                ('label', models.CharField(max_length=300)),
                ('url', models.CharField(blank=True, default='', max_length=300)),
                ('goals', models.JSONField(default=list)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('narrative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='narratives.narrative')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('narrative', 'number'), name='one_citation_per_number'), models.UniqueConstraint(fields=('narrative', 'source'), name='one_citation_per_source')],
            },
        ),
        migrations.CreateModel(
            name='NarrativeChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('translates', models.BooleanField(default=False)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_narrative_choice')],
            },
        ),
        migrations.AddIndex(
            model_name='narrative',
            index=models.Index(fields=['school', 'state'], name='narratives__school__b731fe_idx'),
        ),
        migrations.AddIndex(
            model_name='narrative',
            index=models.Index(fields=['student', '-released_at'], name='narratives__student_49a1de_idx'),
        ),
        migrations.AddConstraint(
            model_name='narrative',
            constraint=models.UniqueConstraint(fields=('round', 'student'), name='one_narrative_per_round_and_student'),
        ),
        migrations.AddConstraint(
            model_name='narrative',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'released'), _negated=True), ('version_count__gt', 0), _connector='OR'), name='a_released_narrative_has_a_version'),
        ),
    ]
