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
            name='Evaluation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('opened', 'Asked'), ('draft', 'Being written'), ('submitted', 'Handed in'), ('discussed', 'Talked about'), ('counted', 'Counted'), ('off', 'Taken back')], default='opened', max_length=10)),
                ('opened_at', models.DateTimeField()),
                ('reminded_on', models.DateField(null=True)),
                ('strengths', models.TextField(blank=True, default='')),
                ('to_work_on', models.TextField(blank=True, default='')),
                ('example', models.TextField(blank=True, default='')),
                ('host_again', models.CharField(blank=True, choices=[('yes', 'Yes'), ('maybe', 'Maybe'), ('no', 'No')], default='', max_length=5)),
                ('is_shared', models.BooleanField(default=True)),
                ('skills', models.JSONField(default=list)),
                ('submitted_at', models.DateTimeField(null=True)),
                ('discussed_on', models.DateField(null=True)),
                ('agreed', models.TextField(blank=True, default='', max_length=2000)),
                ('comment', models.TextField(blank=True, default='', max_length=2000)),
                ('commented_at', models.DateTimeField(null=True)),
                ('counted_on', models.DateField(null=True)),
                ('counted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('discussed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluations', to='placements.placement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluations', to='people.student')),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.term')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state'], name='evaluations_school__997462_idx'), models.Index(fields=['student', 'state'], name='evaluations_student_9bb914_idx'), models.Index(fields=['mentor', 'state'], name='evaluations_mentor__f00b89_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'off'), _negated=True), fields=('placement', 'term', 'mentor'), name='one_evaluation_a_term')],
            },
        ),
        migrations.CreateModel(
            name='EvaluationChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('days_before', models.PositiveSmallIntegerField(default=14)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_evaluation_choice_per_school')],
            },
        ),
        migrations.CreateModel(
            name='Rating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('item', models.CharField(max_length=20)),
                ('level', models.PositiveSmallIntegerField()),
                ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ratings', to='evaluations.evaluation')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('evaluation', 'item'), name='one_rating_per_item'), models.CheckConstraint(condition=models.Q(('level__lte', 4)), name='rating_has_four_levels')],
            },
        ),
        migrations.CreateModel(
            name='SkillEndorsement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('skill', models.CharField(max_length=80)),
                ('words', models.TextField(max_length=600)),
                ('language', models.CharField(max_length=10)),
                ('given_on', models.DateField()),
                ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='endorsements', to='evaluations.evaluation')),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='skill_endorsements', to='placements.placement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='skill_endorsements', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', '-given_on'], name='evaluations_student_5817b3_idx')],
                'constraints': [models.UniqueConstraint(fields=('evaluation', 'skill'), name='one_endorsement_a_skill')],
            },
        ),
    ]
