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
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('notice', 'Your rights, each year'), ('directory', 'Being named in public'), ('photo', 'Photos and films'), ('recording', 'Recording a talk or an exhibition'), ('sharing', 'Showing work outside the school'), ('ride', 'Riding with a mentor'), ('medical', 'Care in an emergency'), ('texts', 'Text messages to the student'), ('machine', 'Translation by a machine'), ('alumni', 'Staying in touch after school'), ('under13', 'Using Kindling below 13')], max_length=12)),
                ('state', models.CharField(choices=[('asked', 'Waits for an answer'), ('given', 'Yes'), ('declined', 'No'), ('withdrawn', 'Taken back'), ('expired', 'Has run out')], default='asked', max_length=9)),
                ('basis', models.CharField(blank=True, choices=[('family', 'The family’s word'), ('student', 'The student’s own word'), ('school', 'The school’s word, for learning only')], default='', max_length=7)),
                ('asked_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('since_on', models.DateField(null=True)),
                ('until_on', models.DateField(null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'kind', 'state'], name='consents_co_school__1f9e4c_idx'), models.Index(fields=['state', 'until_on'], name='consents_co_state_5945f5_idx')],
                'constraints': [models.UniqueConstraint(fields=('student', 'kind'), name='one_consent_per_student_and_kind'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'given'), _negated=True), models.Q(('answered_at__isnull', False), ('since_on__isnull', False), ('until_on__gte', models.F('since_on'))), _connector='OR'), name='a_yes_has_its_days')],
            },
        ),
        migrations.CreateModel(
            name='Purpose',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('notice', 'Your rights, each year'), ('directory', 'Being named in public'), ('photo', 'Photos and films'), ('recording', 'Recording a talk or an exhibition'), ('sharing', 'Showing work outside the school'), ('ride', 'Riding with a mentor'), ('medical', 'Care in an emergency'), ('texts', 'Text messages to the student'), ('machine', 'Translation by a machine'), ('alumni', 'Staying in touch after school'), ('under13', 'Using Kindling below 13')], max_length=12)),
                ('is_used', models.BooleanField(default=False)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'kind'), name='one_purpose_per_kind')],
            },
        ),
        migrations.CreateModel(
            name='PurposeText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('language', models.CharField(max_length=10)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('is_original', models.BooleanField(default=False)),
                ('is_current', models.BooleanField(default=True)),
                ('title', models.CharField(max_length=200)),
                ('summary', models.CharField(max_length=400)),
                ('body', models.TextField(max_length=6000)),
                ('sha256', models.CharField(max_length=64)),
                ('source_sha256', models.CharField(default='', max_length=64)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('reviewed', 'Reviewed')], default='draft', max_length=8)),
                ('reviewed_at', models.DateTimeField(null=True)),
                ('allowed_at', models.DateTimeField(null=True)),
                ('allowed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('purpose', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='consents.purpose')),
                ('reviewed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('purpose', 'language', 'number'), name='one_purpose_text_per_number'), models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('purpose', 'language'), name='one_current_purpose_text'), models.CheckConstraint(condition=models.Q(('is_original', True), models.Q(('source_sha256', ''), _negated=True), _connector='OR'), name='a_translation_names_its_original')],
            },
        ),
        migrations.CreateModel(
            name='ConsentWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('says', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('back', 'Taken back'), ('seen', 'Read')], max_length=4)),
                ('way', models.CharField(choices=[('page', 'Signed in'), ('link', 'By a link'), ('paper', 'On paper or by phone'), ('school', 'The school, for learning only')], max_length=6)),
                ('sha256', models.CharField(max_length=64)),
                ('source_sha256', models.CharField(default='', max_length=64)),
                ('language', models.CharField(max_length=10)),
                ('until_on', models.DateField(null=True)),
                ('note', models.CharField(blank=True, default='', max_length=300)),
                ('at', models.DateTimeField()),
                ('consent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='words', to='consents.consent')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='consents.purposetext')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['consent', 'at'], name='consents_co_consent_63e679_idx')],
            },
        ),
    ]
