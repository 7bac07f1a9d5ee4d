import django.db.models.deletion
import kindling.kit.ids
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('judgements', '0001_initial'),
        ('people', '0001_initial'),
        ('placements', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='StatusList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('document', models.TextField(blank=True, default='')),
                ('signed_at', models.DateTimeField(null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'number'), name='one_status_list_per_number')],
            },
        ),
        migrations.CreateModel(
            name='Credential',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('internship', 'Internship'), ('competency', 'Competency'), ('graduation', 'Graduation'), ('record', 'Whole record')], max_length=10)),
                ('state', models.CharField(choices=[('waiting', 'Being made'), ('issued', 'Issued'), ('revoked', 'Revoked')], default='waiting', max_length=8)),
                ('title', models.CharField(max_length=300)),
                ('facts', models.JSONField(default=dict)),
                ('until_on', models.DateField(null=True)),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('at', models.DateTimeField()),
                ('issued_at', models.DateTimeField(null=True)),
                ('document', models.TextField(blank=True, default='')),
                ('token', models.TextField(blank=True, default='')),
                ('status_index', models.PositiveIntegerField(null=True)),
                ('shared_at', models.DateTimeField(null=True)),
                ('revoked_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, default='', max_length=300)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('judgement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='judgements.judgement')),
                ('placement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.placement')),
                ('revoked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='credentials', to='people.student')),
                ('status_list', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='credentials.statuslist')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', '-at'], name='credentials_school__242d18_idx'), models.Index(fields=['student', '-at'], name='credentials_student_573f17_idx')],
                'constraints': [models.UniqueConstraint(fields=('status_list', 'status_index'), name='one_credential_per_status'), models.UniqueConstraint(condition=models.Q(models.Q(('state', 'revoked'), _negated=True), ('placement__isnull', False)), fields=('placement',), name='one_credential_per_internship'), models.UniqueConstraint(condition=models.Q(models.Q(('state', 'revoked'), _negated=True), ('judgement__isnull', False)), fields=('judgement',), name='one_credential_per_judgement'), models.UniqueConstraint(condition=models.Q(models.Q(('state', 'revoked'), _negated=True), ('kind', 'graduation')), fields=('student',), name='one_graduation_per_student'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'internship'), _negated=True), ('placement__isnull', False), _connector='OR'), name='internship_credential_rests_on_one'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'competency'), _negated=True), ('judgement__isnull', False), _connector='OR'), name='competency_credential_rests_on_one')],
            },
        ),
        migrations.CreateModel(
            name='Endorsement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('asked', 'Asked'), ('given', 'Given')], default='asked', max_length=5)),
                ('asked_at', models.DateTimeField()),
                ('words', models.TextField(blank=True, default='', max_length=2000)),
                ('skills', models.JSONField(default=list)),
                ('given_at', models.DateTimeField(null=True)),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('placement', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='endorsement', to='placements.placement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state'], name='credentials_school__178245_idx')],
            },
        ),
        migrations.CreateModel(
            name='Parcel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('waiting', 'Being made'), ('ready', 'Ready'), ('failed', 'It did not work'), ('gone', 'Deleted')], default='waiting', max_length=7)),
                ('at', models.DateTimeField()),
                ('file', models.CharField(blank=True, default='', max_length=200)),
                ('size', models.PositiveBigIntegerField(default=0)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', '-at'], name='credentials_student_750d43_idx')],
            },
        ),
    ]
