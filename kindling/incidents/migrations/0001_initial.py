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
            name='Incident',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('source', models.CharField(choices=[('student', 'The student said so here'), ('mentor', 'The mentor called or wrote'), ('family', 'The family called or wrote'), ('staff', 'Staff saw or heard it')], default='student', max_length=10)),
                ('urgency', models.CharField(choices=[('now', 'I need help today'), ('soon', 'I want to talk this week'), ('know', 'I just want somebody to know')], default='soon', max_length=10)),
                ('state', models.CharField(choices=[('reported', 'Reported'), ('acting', 'Being acted on'), ('investigated', 'Looked into'), ('closed', 'Closed')], default='reported', max_length=14)),
                ('wants_pause', models.BooleanField(default=False)),
                ('reply_hours', models.PositiveSmallIntegerField()),
                ('opened_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('read_at', models.DateTimeField(null=True)),
                ('escalated_at', models.DateTimeField(null=True)),
                ('doubles_visits', models.BooleanField(default=False)),
                ('tap', models.CharField(blank=True, max_length=40, null=True)),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('placement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.placement')),
                ('read_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', '-opened_at'], name='incidents_i_school__d54a6e_idx'), models.Index(condition=models.Q(('read_at__isnull', True)), fields=['due_at'], name='incident_unread_due')],
                'constraints': [models.UniqueConstraint(fields=('school', 'tap'), name='one_incident_per_tap')],
            },
        ),
        migrations.CreateModel(
            name='Reader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('since_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readers', to='incidents.incident')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('incident', 'person'), name='one_open_reader_per_incident')],
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='incidents.incident')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['incident', '-at'], name='incidents_r_inciden_ba07fa_idx')],
            },
        ),
        migrations.CreateModel(
            name='Suspension',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('since_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suspensions', to='incidents.incident')),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('incident', 'mentor'), name='one_open_suspension_per_incident')],
            },
        ),
        migrations.CreateModel(
            name='TrustedAdult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.CharField(blank=True, default='', max_length=200)),
                ('reply_hours', models.PositiveSmallIntegerField(default=24)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person',), name='one_offer_per_person')],
            },
        ),
        migrations.CreateModel(
            name='Word',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('worry', 'What happened'), ('more', 'More from the student'), ('reply', 'Answer to the student'), ('note', 'Note, for those who read this'), ('action', 'Done'), ('told', 'Told'), ('found', 'What we found'), ('outcome', 'Closed with')], max_length=10)),
                ('at', models.DateTimeField()),
                ('text', models.TextField(blank=True, default='', max_length=4000)),
                ('whom', models.CharField(blank=True, choices=[('family', 'The family'), ('not_family', 'Not the family, because'), ('principal', 'The principal'), ('mentor', 'The mentor or the site'), ('authority', 'Police, child protection or another authority'), ('other', 'Somebody else')], default='', max_length=12)),
                ('told_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='incidents.incident')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WorryPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('emergency', models.CharField(blank=True, default='', max_length=300)),
                ('offers_advisor', models.BooleanField(default=True)),
                ('advisor_hours', models.PositiveSmallIntegerField(default=24)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_worry_plan_per_school')],
            },
        ),
    ]
