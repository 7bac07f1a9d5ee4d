import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
        ('sites', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('internship', 'Internship agreement'), ('consent', 'Family permission'), ('medical', 'Emergency and medical permission'), ('travel', 'Travel permission'), ('plan', 'Training plan'), ('site', 'Agreement with a site'), ('other', 'Something else')], max_length=12)),
                ('state', models.CharField(choices=[('open', 'Being signed'), ('declined', 'Somebody said no'), ('complete', 'Signed by everybody'), ('void', 'Taken back'), ('ended', 'Ended early')], default='open', max_length=8)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('content_hash', models.CharField(max_length=64)),
                ('completed_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, default='', max_length=500)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('opportunity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='sites.opportunity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='sites.site')),
                ('student', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='people.student')),
            ],
        ),
        migrations.CreateModel(
            name='Signer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('party', models.CharField(choices=[('student', 'Student'), ('family', 'Family'), ('site', 'Site'), ('school', 'School')], max_length=8)),
                ('state', models.CharField(choices=[('waiting', 'Has to sign'), ('signed', 'Signed'), ('declined', 'Said no')], default='waiting', max_length=8)),
                ('asked_at', models.DateTimeField(null=True)),
                ('asks', models.PositiveSmallIntegerField(default=0)),
                ('answered_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, default='', max_length=500)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signers', to='agreements.agreement')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'asked_at'], name='agreements__school__a32908_idx'), models.Index(fields=['person', 'state'], name='agreements__person__f9a86f_idx')],
                'constraints': [models.UniqueConstraint(fields=('agreement', 'party'), name='one_signer_per_party')],
            },
        ),
        migrations.CreateModel(
            name='Template',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('label', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('internship', 'Internship agreement'), ('consent', 'Family permission'), ('medical', 'Emergency and medical permission'), ('travel', 'Travel permission'), ('plan', 'Training plan'), ('site', 'Agreement with a site'), ('other', 'Something else')], default='internship', max_length=12)),
                ('is_usual', models.BooleanField(default=True)),
                ('lasts_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('live', 'In use'), ('retired', 'No longer used')], default='draft', max_length=8)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'kind'], name='agreements__school__d9f020_idx')],
            },
        ),
        migrations.AddField(
            model_name='agreement',
            name='template',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='agreements.template'),
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('parties', models.JSONField(default=list)),
                ('changes', models.TextField(blank=True, default='', max_length=1000)),
                ('published_at', models.DateTimeField(null=True)),
                ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('template', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='agreements.template')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('template', 'number'), name='one_version_per_number'), models.UniqueConstraint(condition=models.Q(('published_at__isnull', True)), fields=('template',), name='one_draft_per_template')],
            },
        ),
        migrations.AddField(
            model_name='agreement',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='agreements.version'),
        ),
        migrations.CreateModel(
            name='VersionText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('language', models.CharField(max_length=10)),
                ('title', models.CharField(max_length=200)),
                ('opening', models.TextField(blank=True, default='', max_length=8000)),
                ('student', models.TextField(blank=True, default='', max_length=8000)),
                ('family', models.TextField(blank=True, default='', max_length=8000)),
                ('site', models.TextField(blank=True, default='', max_length=8000)),
                ('school_part', models.TextField(blank=True, default='', max_length=8000)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='agreements.version')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('version', 'language'), name='one_text_per_version_and_language')],
            },
        ),
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('content', models.JSONField()),
                ('content_hash', models.CharField(max_length=64)),
                ('changes', models.CharField(blank=True, default='', max_length=1000)),
                ('made_at', models.DateTimeField()),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wordings', to='agreements.agreement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.version')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agreement', 'number'), name='one_wording_per_number')],
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('way', models.CharField(choices=[('typed', 'Typed name'), ('drawn', 'Drawn by hand')], max_length=5)),
                ('name', models.CharField(max_length=200)),
                ('drawing', models.TextField(blank=True, default='', max_length=20000)),
                ('language', models.CharField(max_length=10)),
                ('at', models.DateTimeField()),
                ('by_link', models.BooleanField(default=False)),
                ('set_aside_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('signer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='agreements.signer')),
                ('wording', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='agreements.wording')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('set_aside_at__isnull', True)), fields=('signer',), name='one_signature_that_counts')],
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('liability', 'Liability insurance'), ('workers', 'Workers’ compensation'), ('vehicle', 'Vehicle insurance'), ('other', 'Something else')], max_length=10)),
                ('insurer', models.CharField(blank=True, default='', max_length=200)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('file', models.CharField(max_length=200)),
                ('sha256', models.CharField(max_length=64)),
                ('type', models.CharField(max_length=20)),
                ('size', models.PositiveIntegerField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('warned_on', models.DateField(null=True)),
                ('brought_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='sites.organisation')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='sites.site')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'ends_on'], name='agreements__school__056ef3_idx'), models.Index(fields=['organisation', 'kind', 'ends_on'], name='agreements__organis_dac202_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='certificate_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('site__isnull', True), ('organisation__isnull', False), _connector='OR'), name='certificate_of_a_site_names_its_organisation')],
            },
        ),
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('waiting', 'Being made'), ('made', 'Ready')], default='waiting', max_length=8)),
                ('file', models.CharField(blank=True, default='', max_length=200)),
                ('sha256', models.CharField(blank=True, db_index=True, default='', max_length=64)),
                ('size', models.PositiveIntegerField(default=0)),
                ('standard', models.CharField(blank=True, default='', max_length=20)),
                ('made_at', models.DateTimeField(null=True)),
                ('error', models.CharField(blank=True, default='', max_length=500)),
                ('agreement', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='paper', to='agreements.agreement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['state'], name='agreements__state_01237a_idx')],
            },
        ),
        migrations.AddIndex(
            model_name='agreement',
            index=models.Index(fields=['school', 'state', '-created_at'], name='agreements__school__c1f1ae_idx'),
        ),
        migrations.AddIndex(
            model_name='agreement',
            index=models.Index(fields=['student', 'kind', 'state'], name='agreements__student_559506_idx'),
        ),
        migrations.AddIndex(
            model_name='agreement',
            index=models.Index(fields=['school', 'ends_on'], name='agreements__school__e3b4e1_idx'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('student__isnull', False), ('site__isnull', False), _connector='OR'), name='agreement_is_about_somebody'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='agreement_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['open', 'declined'])), fields=('template', 'student', 'opportunity'), name='one_open_agreement_per_pair'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(condition=models.Q(('opportunity__isnull', True), ('state__in', ['open', 'declined'])), fields=('template', 'student'), name='one_open_agreement_per_student'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['open', 'declined']), ('student__isnull', True)), fields=('template', 'site'), name='one_open_agreement_per_site'),
        ),
    ]
