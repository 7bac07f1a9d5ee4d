import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('disclosures', '0001_initial'),
        ('evidence', '0001_initial'),
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Sending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('to', models.CharField(max_length=200)),
                ('why', models.CharField(max_length=300)),
                ('days', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('asked', 'Waits for a yes'), ('sent', 'The link is open'), ('declined', 'Not agreed to'), ('stopped', 'Stopped')], default='asked', max_length=8)),
                ('asked_at', models.DateTimeField()),
                ('agreed_at', models.DateTimeField(null=True)),
                ('until_on', models.DateField(null=True)),
                ('opened', models.PositiveIntegerField(default=0)),
                ('agreed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('disclosure', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosures.disclosure')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sendings', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'student', 'state'], name='transcripts_school__8957bb_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'sent'), _negated=True), models.Q(('agreed_by__isnull', False), ('disclosure__isnull', False), ('until_on__isnull', False)), _connector='OR'), name='sent_with_consent_and_a_line_of_the_log')],
            },
        ),
        migrations.CreateModel(
            name='Transcript',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('narrative', 'Narrative transcript'), ('credit', 'Credit transcript'), ('competency', 'Competency record')], max_length=10)),
                ('number', models.PositiveSmallIntegerField()),
                ('content', models.JSONField()),
                ('content_hash', models.CharField(max_length=64, unique=True)),
                ('language', models.CharField(max_length=10)),
                ('reason', models.TextField(blank=True, default='', max_length=1000)),
                ('certified_at', models.DateTimeField()),
                ('certified_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('replaces', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='transcripts.transcript')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transcripts', to='people.student')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['school', 'student', 'kind'], name='transcripts_school__0224ed_idx')],
                'constraints': [models.UniqueConstraint(fields=('student', 'kind', 'number'), name='one_transcript_per_number'), models.CheckConstraint(condition=models.Q(models.Q(('number', 1), ('replaces__isnull', True)), models.Q(('number__gt', 1), ('replaces__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='a_later_transcript_names_the_one_before')],
            },
        ),
        migrations.CreateModel(
            name='Sent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('sending', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='papers', to='transcripts.sending')),
                ('transcript', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='transcripts.transcript')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('sending', 'transcript'), name='a_transcript_sent_once')],
            },
        ),
        migrations.CreateModel(
            name='TranscriptPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('waiting', 'Being made'), ('made', 'Ready')], default='waiting', max_length=7)),
                ('file', models.CharField(blank=True, default='', max_length=200)),
                ('sha256', models.CharField(blank=True, db_index=True, default='', max_length=64)),
                ('standard', models.CharField(blank=True, default='', max_length=20)),
                ('made_at', models.DateTimeField(null=True)),
                ('error', models.CharField(blank=True, default='', max_length=500)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('transcript', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='paper', to='transcripts.transcript')),
            ],
            options={
                'indexes': [models.Index(fields=['state'], name='transcripts_state_a7c715_idx')],
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('writing', 'Being written'), ('ready', 'The student says it is ready'), ('agreed', 'Agreed by both')], default='writing', max_length=7)),
                ('since', models.DateTimeField()),
                ('who', models.TextField(blank=True, default='')),
                ('learned', models.TextField(blank=True, default='')),
                ('work', models.TextField(blank=True, default='')),
                ('proud', models.TextField(blank=True, default='')),
                ('ahead', models.TextField(blank=True, default='')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='transcript_draft', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'since'], name='transcripts_school__e9dbf1_idx')],
            },
        ),
        migrations.CreateModel(
            name='Picked',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.evidence')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='picked_pieces', to='people.student')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('student', 'evidence'), name='a_piece_picked_once')],
            },
        ),
        migrations.CreateModel(
            name='SchoolProfile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('about', models.TextField(blank=True, default='', max_length=1500)),
                ('learning', models.TextField(blank=True, default='', max_length=1500)),
                ('assessment', models.TextField(blank=True, default='', max_length=1500)),
                ('contact', models.TextField(blank=True, default='', max_length=500)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_school_profile')],
            },
        ),
    ]
