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
            name='Placement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('active', 'Running'), ('ending', 'Asked to end'), ('paused', 'Paused'), ('ended', 'Ended')], default='active', max_length=10)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('goals', models.TextField(blank=True, default='', max_length=4000)),
                ('end_reason', models.TextField(blank=True, default='', max_length=1000)),
                ('paused_days', models.JSONField(blank=True, default=list)),
                ('end_asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentored', to='schools.person')),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='sites.opportunity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='sites.site')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='people.student')),
            ],
        ),
        migrations.CreateModel(
            name='Memory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('shown_as', models.CharField(blank=True, default='', max_length=80)),
                ('made', models.CharField(max_length=300)),
                ('project', models.CharField(blank=True, default='', max_length=200)),
                ('said_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('placement', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='memory', to='placements.placement')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PrivateWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('text', models.TextField(max_length=4000)),
                ('at', models.DateTimeField()),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='private_words', to='schools.person')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='private_words', to='placements.placement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['adult', '-at'], name='placements__adult_i_1deac5_idx')],
            },
        ),
        migrations.CreateModel(
            name='PrivateReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('word', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='placements.privateword')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Pursuit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('why', models.TextField(max_length=2000)),
                ('state', models.CharField(choices=[('requested', 'Asked'), ('start_requested', 'Wants to start'), ('offered', 'A seat is offered'), ('approved', 'Go ahead'), ('queued', 'In the queue'), ('landed', 'Landed'), ('declined', 'Not now'), ('withdrawn', 'Taken back'), ('lapsed', 'Ran out of time'), ('closed', 'Finished')], default='requested', max_length=20)),
                ('until_on', models.DateField(blank=True, null=True)),
                ('queued_at', models.DateTimeField(blank=True, null=True)),
                ('holder', models.CharField(blank=True, default='', max_length=20)),
                ('approved_on', models.DateField(blank=True, null=True)),
                ('warned_on', models.DateField(blank=True, null=True)),
                ('hand_on', models.DateField(blank=True, null=True)),
                ('reason', models.TextField(blank=True, default='', max_length=1000)),
                ('ended_why', models.CharField(blank=True, choices=[('travel', 'Too far, or no way to get there'), ('papers', 'Paperwork'), ('age', 'Too young for it'), ('silence', 'No answer'), ('elsewhere', 'Another place instead'), ('fit', 'It did not fit'), ('other', 'Something else')], default='', max_length=10)),
                ('start_note', models.TextField(blank=True, default='', max_length=2000)),
                ('last_attempt_at', models.DateTimeField(blank=True, null=True)),
                ('attempts_count', models.PositiveSmallIntegerField(default=0)),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pursuits', to='sites.opportunity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('seat', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pursuits', to='sites.seat')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pursuits', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'until_on'], name='placements__school__8e07d6_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['requested', 'offered', 'approved', 'start_requested', 'landed'])), fields=('seat',), name='one_live_pursuit_per_seat'), models.UniqueConstraint(condition=models.Q(('state__in', ['requested', 'queued', 'offered', 'approved', 'start_requested', 'landed'])), fields=('student', 'opportunity'), name='one_pursuit_per_student_and_place'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['offered', 'approved', 'start_requested', 'landed']), _negated=True), ('seat__isnull', False), _connector='OR'), name='a_live_pursuit_holds_a_seat')],
            },
        ),
        migrations.AddField(
            model_name='placement',
            name='pursuit',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='placement', to='placements.pursuit'),
        ),
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('called', 'Called, talked to someone'), ('no_answer', 'No answer'), ('wrote', 'Wrote to them'), ('visited', 'Went there'), ('booked', 'Visit booked'), ('declined', 'They said no')], max_length=12)),
                ('note', models.CharField(blank=True, default='', max_length=500)),
                ('at', models.DateTimeField()),
                ('tap', models.CharField(blank=True, max_length=40, null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('pursuit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attempts', to='placements.pursuit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('pursuit', 'tap'), name='one_attempt_per_tap')],
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('stage', models.CharField(choices=[('pursue', 'To go after the place'), ('start', 'To start')], max_length=10)),
                ('number', models.PositiveSmallIntegerField()),
                ('role', models.CharField(choices=[('advisor', 'Advisor'), ('coordinator', 'Internship coordinator'), ('guardian', 'Family'), ('mentor', 'Mentor')], max_length=20)),
                ('state', models.CharField(choices=[('waiting', 'Later'), ('asked', 'Asked now'), ('yes', 'Yes'), ('no', 'No'), ('skipped', 'Nobody to ask'), ('dropped', 'Not needed any more')], default='waiting', max_length=10)),
                ('asked_on', models.DateField(null=True)),
                ('reminded_on', models.DateField(null=True)),
                ('reminders', models.PositiveSmallIntegerField(default=0)),
                ('answered_at', models.DateTimeField(null=True)),
                ('reason', models.TextField(blank=True, default='', max_length=1000)),
                ('is_heard', models.BooleanField(default=False)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('pursuit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='approvals', to='placements.pursuit')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'asked_on'], name='placements__school__fb2a8f_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('pursuit',), name='one_approval_asked_at_once')],
            },
        ),
        migrations.CreateModel(
            name='PursuitLimit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('most', models.PositiveSmallIntegerField(null=True)),
                ('reason', models.CharField(max_length=500)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pursuit_limits', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', '-at'], name='placements__student_c6eb54_idx')],
            },
        ),
        migrations.CreateModel(
            name='PursuitPolicy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('site_limit', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('order', models.CharField(choices=[('longest', 'Who has waited longest without an internship'), ('first', 'Who joined the queue first')], default='longest', max_length=10)),
                ('offer_days', models.PositiveSmallIntegerField(default=2)),
                ('stuck_days', models.PositiveSmallIntegerField(default=7)),
                ('pursue_chain', models.JSONField(blank=True, default=list)),
                ('start_chain', models.JSONField(blank=True, default=list)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_pursuit_policy_per_school'), models.CheckConstraint(condition=models.Q(('offer_days__gte', 1)), name='an_offer_lasts_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Tie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('relative', 'A relative or close friend works there'), ('own', 'The family’s own business'), ('staff', 'Somebody at school is tied to the place'), ('other', 'Something else')], max_length=10)),
                ('words', models.TextField(max_length=1000)),
                ('state', models.CharField(choices=[('declared', 'Declared'), ('allowed', 'It may go on'), ('refused', 'It does not work')], default='declared', max_length=10)),
                ('declared_at', models.DateTimeField()),
                ('reason', models.TextField(blank=True, default='', max_length=1000)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('declared_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('pursuit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ties', to='placements.pursuit')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['pursuit', 'state'], name='placements__pursuit_e773fb_idx')],
            },
        ),
        migrations.CreateModel(
            name='ExitTalk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('held_on', models.DateField()),
                ('who', models.CharField(max_length=300)),
                ('note', models.TextField(max_length=2000)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exit_talks', to='placements.placement')),
            ],
            options={
                'indexes': [models.Index(fields=['placement', 'held_on'], name='placements__placeme_f4962e_idx')],
            },
        ),
        migrations.CreateModel(
            name='PlannedDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('weekday', models.PositiveSmallIntegerField()),
                ('letter', models.CharField(blank=True, default='', max_length=1)),
                ('starts_at', models.TimeField()),
                ('ends_at', models.TimeField()),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='planned_days', to='placements.placement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'weekday', 'placement'], name='placements__school__6286b6_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='planned_day_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('weekday__gte', 0), ('weekday__lte', 6)), name='planned_day_is_a_weekday'), models.UniqueConstraint(fields=('placement', 'weekday', 'letter', 'since_on'), name='one_time_per_planned_weekday')],
            },
        ),
        migrations.AddIndex(
            model_name='placement',
            index=models.Index(fields=['school', 'state'], name='placements__school__ce0c0e_idx'),
        ),
        migrations.AddIndex(
            model_name='placement',
            index=models.Index(fields=['student', 'state'], name='placements__student_a8f733_idx'),
        ),
        migrations.AddConstraint(
            model_name='placement',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='placement_ends_after_it_starts'),
        ),
    ]
