import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('evidence', '0001_initial'),
        ('goals', '0001_initial'),
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Judgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('proposed', 'Waits for an adult'), ('rated', 'Judged'), ('moderated', 'Judged twice'), ('accepted', 'Agreed'), ('returned', 'Given back'), ('awarded', 'Awarded')], default='proposed', max_length=9)),
                ('since', models.DateTimeField()),
                ('needs_second', models.BooleanField(default=False)),
                ('is_sample', models.BooleanField(default=False)),
                ('closed_on', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='judgements', to='goals.goal')),
                ('level', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='goals.level')),
                ('rests_on', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.evidence')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('second', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='judgements', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'student', 'state'], name='judgements__school__1d050f_idx'), models.Index(fields=['school', 'state', 'since'], name='judgements__school__fad376_idx'), models.Index(fields=['second', 'state'], name='judgements__second__8ff17c_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'awarded'), _negated=True), fields=('student', 'goal'), name='one_open_judgement_per_goal'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['accepted', 'awarded']), _negated=True), ('level__isnull', False), _connector='OR'), name='agreed_judgement_has_a_level')],
            },
        ),
        migrations.CreateModel(
            name='JudgementEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='judged', to='evidence.evidence')),
                ('judgement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pieces', to='judgements.judgement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('judgement', 'evidence'), name='one_piece_once')],
            },
        ),
        migrations.CreateModel(
            name='JudgementSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sample_percent', models.PositiveSmallIntegerField(default=10)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_judgement_settings_per_school'), models.CheckConstraint(condition=models.Q(('sample_percent__lte', 100)), name='sample_is_at_most_all')],
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('voice', models.CharField(choices=[('self', 'The student'), ('first', 'Who judged'), ('second', 'Who judged blind'), ('agreed', 'What was agreed')], max_length=6)),
                ('setting', models.CharField(choices=[('school', 'At school'), ('internship', 'At the internship'), ('home', 'At home'), ('community', 'In the community')], default='school', max_length=10)),
                ('sure', models.CharField(choices=[('yes', 'Sure'), ('fairly', 'Fairly sure'), ('no', 'Not sure yet')], default='fairly', max_length=6)),
                ('comment', models.TextField(blank=True, default='', max_length=4000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('judgement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opinions', to='judgements.judgement')),
                ('level', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='goals.level')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['judgement', 'at'], name='judgements__judgeme_440482_idx')],
            },
        ),
    ]
