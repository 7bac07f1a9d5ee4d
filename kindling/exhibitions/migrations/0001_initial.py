import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('evidence', '0001_initial'),
        ('people', '0001_initial'),
        ('plans', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Kind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(max_length=120)),
                ('format', models.CharField(choices=[('panel', 'In front of a panel'), ('gallery', 'Gallery walk'), ('gateway', 'Gateway'), ('thesis', 'Senior thesis'), ('culminating', 'Culminating exhibition')], default='panel', max_length=12)),
                ('grades', models.JSONField(blank=True, default=list)),
                ('minutes', models.PositiveSmallIntegerField(default=45)),
                ('quorum', models.PositiveSmallIntegerField(default=3)),
                ('rubric_key', models.CharField(blank=True, default='exhibition', max_length=60)),
                ('criteria', models.JSONField(blank=True, default=list)),
                ('focus', models.TextField(blank=True, default='', max_length=1000)),
                ('requirements', models.TextField(blank=True, default='', max_length=2000)),
                ('rehearsals', models.PositiveSmallIntegerField(default=1)),
                ('pieces', models.PositiveSmallIntegerField(default=1)),
                ('is_public', models.BooleanField(default=True)),
                ('order', models.PositiveSmallIntegerField(default=1)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'ordering': ['order', 'pk'],
                'indexes': [models.Index(fields=['school', 'ended_at', 'order'], name='exhibitions_school__ac0fb7_idx')],
            },
        ),
        migrations.CreateModel(
            name='Exhibition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(blank=True, default='', max_length=200)),
                ('about', models.TextField(blank=True, default='', max_length=1000)),
                ('starts_at', models.DateTimeField(blank=True, null=True)),
                ('on', models.DateField(blank=True, null=True)),
                ('minutes', models.PositiveSmallIntegerField(default=45)),
                ('room', models.CharField(blank=True, default='', max_length=120)),
                ('video', models.URLField(blank=True, default='', max_length=500)),
                ('agenda', models.TextField(blank=True, default='')),
                ('is_listed', models.BooleanField(default=True)),
                ('state', models.CharField(choices=[('planned', 'No date yet'), ('scheduled', 'Date set'), ('invited', 'Panel invited'), ('ready', 'Ready'), ('held', 'Held'), ('scored', 'Scored'), ('compared', 'Compared'), ('agreed', 'Agreed'), ('recorded', 'Recorded'), ('closed', 'Closed'), ('postponed', 'Postponed'), ('called_off', 'Called off')], default='planned', max_length=10)),
                ('state_since', models.DateTimeField()),
                ('result', models.CharField(blank=True, choices=[('', 'Nothing yet'), ('move_on', 'Move on'), ('conditions', 'Move on with conditions'), ('redo', 'Redo')], default='', max_length=10)),
                ('reason', models.CharField(blank=True, default='', max_length=300)),
                ('sequence', models.PositiveSmallIntegerField(default=0)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('asked_again_at', models.DateTimeField(blank=True, null=True)),
                ('advisor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='exhibitions', to='plans.plan')),
                ('redo_of', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='redone_as', to='exhibitions.exhibition')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exhibitions', to='people.student')),
                ('term', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.term')),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exhibitions', to='exhibitions.kind')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'student', '-starts_at'], name='exhibitions_school__08673d_idx'), models.Index(fields=['school', 'state', 'starts_at'], name='exhibitions_school__e5c6a6_idx'), models.Index(fields=['school', 'on'], name='exhibitions_school__0f3a08_idx')],
            },
        ),
        migrations.CreateModel(
            name='Material',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('order', models.PositiveSmallIntegerField(default=1)),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='evidence.evidence')),
                ('exhibition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='materials', to='exhibitions.exhibition')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'ordering': ['exhibition', 'order', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('exhibition', 'evidence'), name='one_material_per_piece')],
            },
        ),
        migrations.CreateModel(
            name='Panelist',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('part', models.CharField(choices=[('advisor', 'Advisor'), ('family', 'Family'), ('mentor', 'Mentor'), ('peer', 'Student'), ('staff', 'Staff'), ('guest', 'Guest')], max_length=10)),
                ('name', models.CharField(max_length=200)),
                ('email', models.EmailField(blank=True, default='', max_length=254)),
                ('phone', models.CharField(blank=True, default='', max_length=40)),
                ('who', models.CharField(blank=True, default='', max_length=200)),
                ('language', models.CharField(default='en', max_length=10)),
                ('needs_interpreter', models.BooleanField(default=False)),
                ('interpreter', models.CharField(blank=True, choices=[('', 'No interpreter'), ('asked', 'Interpreter asked for'), ('confirmed', 'Interpreter comes')], default='', max_length=10)),
                ('interpreter_name', models.CharField(blank=True, default='', max_length=200)),
                ('is_remote', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('proposed', 'Waits for a yes'), ('refused', 'The school said no'), ('named', 'Not yet invited'), ('asked', 'Invited'), ('coming', 'Coming'), ('declined', 'Cannot come')], default='named', max_length=10)),
                ('note', models.CharField(blank=True, default='', max_length=300)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('is_invited', models.BooleanField(default=False)),
                ('off_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('exhibition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='panelists', to='exhibitions.exhibition')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='panels', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'off_at'], name='exhibitions_person__c8ccae_idx'), models.Index(fields=['school', 'state', 'off_at'], name='exhibitions_school__30ef35_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('person__isnull', False)), fields=('exhibition', 'person'), name='one_panelist_per_person')],
            },
        ),
        migrations.CreateModel(
            name='ProgrammeChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_open', models.BooleanField(default=False)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_programme_choice')],
            },
        ),
        migrations.CreateModel(
            name='Rehearsal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('on', models.DateField()),
                ('place', models.CharField(blank=True, default='', max_length=120)),
                ('question', models.CharField(blank=True, default='', max_length=300)),
                ('changes', models.TextField(blank=True, default='', max_length=2000)),
                ('exhibition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rehearsals', to='exhibitions.exhibition')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['exhibition', 'on'], name='exhibitions_exhibit_744488_idx')],
            },
        ),
        migrations.CreateModel(
            name='Feedback',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('warm', models.TextField(blank=True, default='', max_length=2000)),
                ('cool', models.TextField(blank=True, default='', max_length=2000)),
                ('said_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rehearsed', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('rehearsal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='feedback', to='exhibitions.rehearsal')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'said_at'], name='exhibitions_person__cfb038_idx')],
                'constraints': [models.UniqueConstraint(fields=('rehearsal', 'person'), name='one_feedback_each')],
            },
        ),
        migrations.CreateModel(
            name='Tick',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('material', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ticks', to='exhibitions.material')),
                ('panelist', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ticks', to='exhibitions.panelist')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('material', 'panelist'), name='one_tick_per_panelist')],
            },
        ),
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('line', models.CharField(max_length=300)),
                ('done_at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('exhibition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='exhibitions.exhibition')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('exhibition', 'line'), name='one_check_per_line')],
            },
        ),
    ]
