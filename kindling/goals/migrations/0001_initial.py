import django.db.models.deletion
import kindling.goals.models.frameworks
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
            name='CaseImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('file_name', models.CharField(max_length=200)),
                ('title', models.CharField(max_length=300)),
                ('state', models.CharField(choices=[('previewed', 'Ready to look at'), ('applying', 'Being brought in'), ('applied', 'Brought in'), ('failed', 'Did not work'), ('discarded', 'Thrown away')], default='previewed', max_length=10)),
                ('counts', models.JSONField(default=dict)),
                ('trouble', models.TextField(blank=True, default='')),
                ('applied_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
        ),
        migrations.CreateModel(
            name='CaseFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('content', models.BinaryField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('parent', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='file', to='goals.caseimport')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Framework',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('key', models.CharField(max_length=60)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('published', 'In use'), ('retired', 'Earlier version')], default='draft', max_length=10)),
                ('title', models.CharField(max_length=200)),
                ('text', models.TextField(blank=True, default='', max_length=2000)),
                ('is_planned', models.BooleanField(default=True)),
                ('source', models.CharField(choices=[('shipped', 'Came with Kindling'), ('own', 'Our own'), ('case', 'Brought in from a CASE package')], default='own', max_length=8)),
                ('language', models.CharField(default='en', max_length=10)),
                ('creator', models.CharField(blank=True, default='', max_length=300)),
                ('licence', models.TextField(blank=True, default='', max_length=4000)),
                ('changes', models.TextField(blank=True, default='', max_length=1000)),
                ('published_at', models.DateTimeField(null=True)),
                ('identifier', models.CharField(default=kindling.goals.models.frameworks.new_identifier, max_length=60)),
                ('uri', models.CharField(blank=True, default='', max_length=500)),
                ('case', models.JSONField(default=dict)),
                ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
        ),
        migrations.AddField(
            model_name='caseimport',
            name='framework',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='goals.framework'),
        ),
        migrations.CreateModel(
            name='Association',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('identifier', models.CharField(max_length=60)),
                ('kind', models.CharField(max_length=60)),
                ('origin', models.CharField(max_length=200)),
                ('destination', models.CharField(max_length=200)),
                ('deprecated_at', models.DateTimeField(null=True)),
                ('case', models.JSONField(default=dict)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('framework', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='associations', to='goals.framework')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('framework', 'identifier'), name='one_association_per_identifier')],
            },
        ),
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('order', models.PositiveIntegerField(default=1)),
                ('path', models.CharField(default='', max_length=250)),
                ('code', models.CharField(blank=True, default='', max_length=60)),
                ('kind', models.CharField(blank=True, default='', max_length=120)),
                ('title', models.CharField(max_length=300)),
                ('question', models.CharField(blank=True, default='', max_length=300)),
                ('text', models.TextField(blank=True, default='', max_length=6000)),
                ('deprecated_at', models.DateTimeField(null=True)),
                ('identifier', models.CharField(default=kindling.goals.models.frameworks.new_identifier, max_length=60)),
                ('uri', models.CharField(blank=True, default='', max_length=500)),
                ('case', models.JSONField(default=dict)),
                ('framework', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='goals', to='goals.framework')),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='children', to='goals.goal')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'ordering': ['framework', 'path'],
                'indexes': [models.Index(fields=['framework', 'path'], name='goals_goal_framewo_552925_idx'), models.Index(fields=['school', 'identifier'], name='goals_goal_school__1bc3e1_idx')],
                'constraints': [models.UniqueConstraint(fields=('framework', 'identifier'), name='one_goal_per_identifier')],
            },
        ),
        migrations.CreateModel(
            name='Criterion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('order', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=200)),
                ('identifier', models.CharField(default=kindling.goals.models.frameworks.new_identifier, max_length=60)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('goal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='goals.goal')),
            ],
            options={
                'ordering': ['rubric', 'order'],
            },
        ),
        migrations.CreateModel(
            name='GoalSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('advisors_edit', models.BooleanField(default=False)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_goal_settings_per_school')],
            },
        ),
        migrations.CreateModel(
            name='Level',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('position', models.PositiveSmallIntegerField()),
                ('mark', models.CharField(max_length=12)),
                ('label', models.CharField(max_length=120)),
                ('text', models.TextField(blank=True, default='', max_length=1000)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'ordering': ['scale', 'position'],
            },
        ),
        migrations.CreateModel(
            name='Descriptor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('text', models.TextField(max_length=1000)),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='descriptors', to='goals.criterion')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('level', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='goals.level')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('criterion', 'level'), name='one_descriptor_per_level')],
            },
        ),
        migrations.CreateModel(
            name='OwnGoal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.CharField(max_length=300)),
                ('why', models.TextField(blank=True, default='', max_length=2000)),
                ('state', models.CharField(choices=[('open', 'Working on it'), ('reached', 'Reached'), ('let_go', 'Let go')], default='open', max_length=8)),
                ('since_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('goal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='goals.goal')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='own_goals', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'student', 'state'], name='goals_owngo_school__b3c06a_idx')],
            },
        ),
        migrations.CreateModel(
            name='EarlierGoal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.CharField(max_length=300)),
                ('why', models.TextField(blank=True, default='')),
                ('until_at', models.DateTimeField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('own_goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='earlier', to='goals.owngoal')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Progression',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('text', models.TextField(max_length=1000)),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='progressions', to='goals.goal')),
                ('level', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='goals.level')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('goal', 'level'), name='one_progression_per_level')],
            },
        ),
        migrations.CreateModel(
            name='Rubric',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('key', models.CharField(max_length=60)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('published', 'In use'), ('retired', 'Earlier version')], default='draft', max_length=10)),
                ('use', models.CharField(choices=[('project', 'Projects'), ('exhibition', 'Exhibitions'), ('other', 'Something else')], default='other', max_length=12)),
                ('title', models.CharField(max_length=200)),
                ('text', models.TextField(blank=True, default='', max_length=2000)),
                ('questions', models.JSONField(default=list)),
                ('results', models.JSONField(default=list)),
                ('published_at', models.DateTimeField(null=True)),
                ('identifier', models.CharField(default=kindling.goals.models.frameworks.new_identifier, max_length=60)),
                ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
        ),
        migrations.AddField(
            model_name='criterion',
            name='rubric',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='criteria', to='goals.rubric'),
        ),
        migrations.CreateModel(
            name='Scale',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=120)),
                ('direction', models.CharField(choices=[('up', 'The highest number is the furthest'), ('down', '1 is the furthest')], default='up', max_length=4)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='rubric',
            name='scale',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rubrics', to='goals.scale'),
        ),
        migrations.AddField(
            model_name='level',
            name='scale',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='levels', to='goals.scale'),
        ),
        migrations.AddField(
            model_name='framework',
            name='scale',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='frameworks', to='goals.scale'),
        ),
        migrations.AddIndex(
            model_name='caseimport',
            index=models.Index(fields=['school', 'created_at'], name='goals_casei_school__95481a_idx'),
        ),
        migrations.AddConstraint(
            model_name='criterion',
            constraint=models.UniqueConstraint(fields=('rubric', 'order'), name='one_criterion_per_place'),
        ),
        migrations.AddIndex(
            model_name='rubric',
            index=models.Index(fields=['school', 'use', 'state'], name='goals_rubri_school__57ec52_idx'),
        ),
        migrations.AddConstraint(
            model_name='rubric',
            constraint=models.UniqueConstraint(fields=('school', 'key', 'number'), name='one_rubric_per_number'),
        ),
        migrations.AddConstraint(
            model_name='rubric',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('school', 'key'), name='one_draft_rubric'),
        ),
        migrations.AddConstraint(
            model_name='rubric',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'published')), fields=('school', 'key'), name='one_published_rubric'),
        ),
        migrations.AddConstraint(
            model_name='level',
            constraint=models.UniqueConstraint(fields=('scale', 'position'), name='one_level_per_position'),
        ),
        migrations.AddIndex(
            model_name='framework',
            index=models.Index(fields=['school', 'state', 'is_planned'], name='goals_frame_school__69051b_idx'),
        ),
        migrations.AddConstraint(
            model_name='framework',
            constraint=models.UniqueConstraint(fields=('school', 'key', 'number'), name='one_framework_per_number'),
        ),
        migrations.AddConstraint(
            model_name='framework',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('school', 'key'), name='one_draft_framework'),
        ),
        migrations.AddConstraint(
            model_name='framework',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'published')), fields=('school', 'key'), name='one_published_framework'),
        ),
    ]
