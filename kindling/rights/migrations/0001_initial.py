import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('disclosures', '0001_initial'),
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='RecordsRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('asker', models.CharField(max_length=200)),
                ('way', models.CharField(choices=[('page', 'On the page'), ('link', 'Behind a link'), ('letter', 'By letter'), ('spoken', 'In person or on the phone')], max_length=6)),
                ('words', models.TextField(blank=True, default='', max_length=2000)),
                ('state', models.CharField(choices=[('asked', 'Asked'), ('verified', 'Being put together'), ('provided', 'Given'), ('refused', 'Refused'), ('withdrawn', 'Taken back')], default='asked', max_length=9)),
                ('is_held', models.BooleanField(default=False)),
                ('asked_on', models.DateField()),
                ('due_on', models.DateField()),
                ('reminded_on', models.DateField(null=True)),
                ('verified_at', models.DateTimeField(null=True)),
                ('verified_how', models.CharField(blank=True, default='', max_length=300)),
                ('refused_why', models.TextField(blank=True, default='', max_length=2000)),
                ('closed_at', models.DateTimeField(null=True)),
                ('given', models.CharField(blank=True, choices=[('link', 'As a link that asks for a code'), ('paper', 'On paper'), ('here', 'Looked at in the office')], default='', max_length=5)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('disclosure', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosures.disclosure')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='records_requests', to='people.student')),
                ('verified_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'due_on'], name='rights_reco_school__eb1608_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('asked_by__isnull', False), ('state__in', ('asked', 'verified'))), fields=('student', 'asked_by'), name='one_open_records_request'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'provided'), _negated=True), models.Q(('disclosure__isnull', False), ('verified_by__isnull', False)), _connector='OR'), name='provided_to_who_was_checked_and_logged'), models.CheckConstraint(condition=models.Q(('due_on__gt', models.F('asked_on'))), name='records_due_after_asked')],
            },
        ),
        migrations.CreateModel(
            name='RecordsItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('area', models.CharField(max_length=40)),
                ('kind', models.CharField(max_length=80)),
                ('keys', models.JSONField()),
                ('title', models.CharField(max_length=300)),
                ('on', models.DateField(null=True)),
                ('until', models.DateField(null=True)),
                ('names', models.CharField(blank=True, default='', max_length=300)),
                ('is_sealed', models.BooleanField(default=False)),
                ('decision', models.CharField(choices=[('open', 'Not decided'), ('give', 'Give'), ('part', 'Give without some words'), ('hold', 'Hold back')], default='open', max_length=4)),
                ('basis', models.CharField(blank=True, choices=[('others', 'It tells about another student (34 CFR 99.12)'), ('sole', 'One person’s own notes, shown to nobody (34 CFR 99.3)'), ('students', 'The student wrote it for themselves alone'), ('court', 'A court, or an order that binds the school, forbids it (34 CFR 99.4)'), ('law', 'Kept by a police unit of the school, apart (34 CFR 99.8)'), ('treatment', 'Made by who treats the student, from eighteen on (34 CFR 99.3)'), ('safety', 'A state’s law protects who reported a danger'), ('none', 'It is no record about this student')], default='', max_length=9)),
                ('covered', models.JSONField(default=list)),
                ('decided_at', models.DateTimeField(null=True)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='rights.recordsrequest')),
            ],
            options={
                'ordering': ['area', 'kind', 'on', 'pk'],
                'indexes': [models.Index(fields=['request', 'area'], name='rights_reco_request_6a04f2_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('decision__in', ('hold', 'part')), _negated=True), models.Q(('basis', ''), _negated=True), _connector='OR'), name='held_back_with_a_basis'), models.CheckConstraint(condition=models.Q(('decision', 'open'), ('decided_by__isnull', False), _connector='OR'), name='decided_by_a_person')],
            },
        ),
        migrations.CreateModel(
            name='Bundle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('waiting', 'Being made'), ('made', 'Made')], default='waiting', max_length=7)),
                ('file', models.CharField(blank=True, default='', max_length=200)),
                ('sha256', models.CharField(blank=True, default='', max_length=64)),
                ('size', models.PositiveBigIntegerField(default=0)),
                ('made_at', models.DateTimeField(null=True)),
                ('error', models.CharField(blank=True, default='', max_length=500)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='bundle', to='rights.recordsrequest')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'made'), _negated=True), models.Q(('file', ''), _negated=True), _connector='OR'), name='a_bundle_made_is_kept')],
            },
        ),
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('asker', models.CharField(max_length=200)),
                ('way', models.CharField(choices=[('page', 'On the page'), ('link', 'Behind a link'), ('letter', 'By letter'), ('spoken', 'In person or on the phone')], max_length=6)),
                ('kind', models.CharField(blank=True, default='', max_length=80)),
                ('key', models.CharField(blank=True, default='', max_length=14)),
                ('title', models.CharField(blank=True, default='', max_length=300)),
                ('wrong', models.TextField(max_length=2000)),
                ('wanted', models.TextField(max_length=2000)),
                ('state', models.CharField(choices=[('asked', 'Asked'), ('agreed', 'Put right'), ('refused', 'Not changed'), ('hearing', 'To be heard'), ('stands', 'Not changed after the hearing'), ('attached', 'Their statement is attached'), ('withdrawn', 'Taken back')], default='asked', max_length=9)),
                ('asked_at', models.DateTimeField()),
                ('answer', models.TextField(blank=True, default='', max_length=2000)),
                ('answered_at', models.DateTimeField(null=True)),
                ('hearing_at', models.DateTimeField(null=True)),
                ('hearing_place', models.CharField(blank=True, default='', max_length=200)),
                ('heard_with', models.CharField(blank=True, default='', max_length=500)),
                ('outcome', models.TextField(blank=True, default='', max_length=4000)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('heard_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('statement', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclosures.statement')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'asked_at'], name='rights_amen_school__4af909_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('heard_by__isnull', True), ('answered_by__isnull', True), models.Q(('heard_by', models.F('answered_by')), _negated=True), _connector='OR'), name='who_refused_does_not_hear'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'attached'), _negated=True), ('statement__isnull', False), _connector='OR'), name='attached_has_a_statement')],
            },
        ),
        migrations.CreateModel(
            name='OwnCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('waiting', 'Being made'), ('made', 'Made'), ('gone', 'Deleted')], default='waiting', max_length=7)),
                ('asked_at', models.DateTimeField()),
                ('made_at', models.DateTimeField(null=True)),
                ('file', models.CharField(blank=True, default='', max_length=200)),
                ('size', models.PositiveBigIntegerField(default=0)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', '-asked_at'], name='rights_ownc_student_efc0fd_idx')],
            },
        ),
    ]
