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
            name='Survey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(max_length=120)),
                ('why', models.CharField(max_length=500)),
                ('grades', models.JSONField(default=list)),
                ('advisories', models.JSONField(default=list)),
                ('needs_yes', models.BooleanField(default=False)),
                ('opens_on', models.DateField()),
                ('closes_on', models.DateField()),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('announced', 'Families are told'), ('open', 'Open'), ('closed', 'Closed'), ('dropped', 'Dropped')], default='draft', max_length=9)),
                ('answers', models.PositiveIntegerField(default=0)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'opens_on'], name='surveys_sur_school__3915ba_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='survey_closes_after_it_opens')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('says', models.CharField(blank=True, choices=[('', 'Nothing yet'), ('yes', 'May answer'), ('no', 'Does not take part')], default='', max_length=3)),
                ('is_done', models.BooleanField(default=False)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='surveys.survey')),
            ],
            options={
                'indexes': [models.Index(fields=['student', 'is_done'], name='surveys_inv_student_d1e160_idx')],
                'constraints': [models.UniqueConstraint(fields=('survey', 'student'), name='one_invitation_per_survey_and_student')],
            },
        ),
        migrations.CreateModel(
            name='SurveyQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=300)),
                ('choices', models.JSONField(default=list)),
                ('topic', models.CharField(blank=True, choices=[('politics', 'Politics of the student or the family'), ('mind', 'Mental health'), ('sex', 'Sex'), ('law', 'Breaking rules or the law'), ('family', 'What the student thinks of people in the family'), ('secret', 'What is told to a doctor, a lawyer or a priest'), ('faith', 'Religion'), ('money', 'Money of the family')], default='', max_length=8)),
                ('is_cleared', models.BooleanField(default=False)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='surveys.survey')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('survey', 'position'), name='one_survey_question_per_position')],
            },
        ),
        migrations.CreateModel(
            name='SurveySum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('choice', models.PositiveSmallIntegerField()),
                ('count', models.PositiveIntegerField(default=0)),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sums', to='surveys.surveyquestion')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('question', 'choice'), name='one_sum_per_choice')],
            },
        ),
        migrations.CreateModel(
            name='FamilyAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_yes', models.BooleanField()),
                ('at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('invitation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='family_answers', to='surveys.invitation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('invitation', 'person'), name='one_family_answer_per_person')],
            },
        ),
    ]
