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
            name='Concern',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('strengths', models.TextField(max_length=2000)),
                ('text', models.TextField(max_length=2000)),
                ('look_on', models.DateField()),
                ('state', models.CharField(choices=[('open', 'Open'), ('in_hand', 'In hand'), ('closed', 'Closed')], default='open', max_length=10)),
                ('student_reads', models.BooleanField(default=False)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'look_on'], name='support_con_school__d37d1d_idx'), models.Index(fields=['school', 'student', 'state'], name='support_con_school__ee412c_idx')],
            },
        ),
        migrations.CreateModel(
            name='ConcernReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('since_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('concern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readers', to='support.concern')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'until_at'], name='support_con_person__5d0265_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('concern', 'person'), name='one_open_reader_per_concern')],
            },
        ),
        migrations.CreateModel(
            name='ConcernReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('concern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='support.concern')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['concern', '-at'], name='support_con_concern_e243e4_idx')],
            },
        ),
        migrations.CreateModel(
            name='ConcernWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('voice', 'What the student says'), ('action', 'Somebody does something'), ('look', 'Looked again'), ('end', 'How it ended')], max_length=10)),
                ('text', models.TextField(max_length=2000)),
                ('at', models.DateTimeField()),
                ('due_on', models.DateField(blank=True, null=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('concern', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='support.concern')),
                ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('done_at__isnull', True)), fields=['school', 'owner', 'due_on'], name='concern_action_open')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'action'), _negated=True), models.Q(('due_on__isnull', False), ('owner__isnull', False)), _connector='OR'), name='concern_action_has_owner_and_day')],
            },
        ),
        migrations.CreateModel(
            name='SupportGoal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('504', '504 plan'), ('iep', 'IEP'), ('language', 'Language'), ('other', 'Other support')], max_length=10)),
                ('text', models.TextField(max_length=2000)),
                ('helps', models.TextField(blank=True, default='', max_length=2000)),
                ('advisor_reads', models.BooleanField(default=True)),
                ('review_on', models.DateField(blank=True, null=True)),
                ('state', models.CharField(choices=[('active', 'Holds'), ('met', 'Reached'), ('ended', 'Ended')], default='active', max_length=10)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('manager', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'student', 'state'], name='support_sup_school__2113c2_idx'), models.Index(fields=['school', 'manager', 'state'], name='support_sup_school__4ebf24_idx')],
            },
        ),
        migrations.CreateModel(
            name='EarlierGoal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('text', models.TextField(max_length=2000)),
                ('helps', models.TextField(blank=True, default='', max_length=2000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='earlier', to='support.supportgoal')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SupportReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('since_at', models.DateTimeField()),
                ('until_at', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readers', to='support.supportgoal')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'until_at'], name='support_sup_person__43507d_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('goal', 'person'), name='one_open_reader_per_support_goal')],
            },
        ),
        migrations.CreateModel(
            name='SupportReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='support.supportgoal')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['goal', '-at'], name='support_sup_goal_id_ea7d94_idx')],
            },
        ),
        migrations.CreateModel(
            name='SupportTravel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sentence', models.CharField(max_length=300)),
                ('state', models.CharField(choices=[('asked', 'Waits for a yes'), ('allowed', 'The mentor may know'), ('refused', 'Stays at school'), ('revoked', 'Taken back')], default='asked', max_length=10)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='travels', to='support.supportgoal')),
                ('revoked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', 'state'], name='support_sup_student_dcb62e_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['asked', 'allowed'])), fields=('goal',), name='one_live_travel_per_support_goal')],
            },
        ),
    ]
