import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('evidence', '0001_initial'),
        ('goals', '0001_initial'),
        ('judgements', '0001_initial'),
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('judging', 'Assessors are asked'), ('ready', 'All words are open')], default='judging', max_length=7)),
                ('begun_at', models.DateTimeField()),
                ('opened_at', models.DateTimeField(null=True)),
                ('scale', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='goals.scale')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state'], name='moderation__school__60ab4e_idx')],
            },
        ),
        migrations.CreateModel(
            name='FrameWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('frame', models.CharField(max_length=12)),
                ('words', models.TextField(blank=True, default='', max_length=2000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('level', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='goals.level')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='moderation.profile')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('profile', 'frame', 'by'), name='one_word_a_frame')],
            },
        ),
        migrations.CreateModel(
            name='Assessor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('done_at', models.DateTimeField(null=True)),
                ('declined_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assessors', to='moderation.profile')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'done_at', 'declined_at'], name='moderation__person__ff4408_idx')],
                'constraints': [models.UniqueConstraint(fields=('profile', 'person'), name='one_assessor_each')],
            },
        ),
        migrations.CreateModel(
            name='ProfileChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_on', models.BooleanField(default=False)),
                ('fewest', models.PositiveSmallIntegerField(default=3)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_profile_choice'), models.CheckConstraint(condition=models.Q(('fewest__gte', 2), ('fewest__lte', 8)), name='several_assessors')],
            },
        ),
        migrations.CreateModel(
            name='Sampled',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('outcome', models.CharField(blank=True, choices=[('stands', 'The level stands'), ('again', 'Judge it again')], default='', max_length=6)),
                ('note', models.TextField(blank=True, default='', max_length=2000)),
                ('answer', models.TextField(blank=True, default='', max_length=2000)),
                ('answered_at', models.DateTimeField(null=True)),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='goals.level')),
                ('first_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('judgement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='judgements.judgement')),
                ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
        ),
        migrations.CreateModel(
            name='Marking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sure', models.CharField(blank=True, choices=[('yes', 'Sure'), ('fairly', 'Fairly sure'), ('no', 'Not sure yet')], default='fairly', max_length=6)),
                ('comment', models.TextField(blank=True, default='', max_length=4000)),
                ('at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('level', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='goals.level')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('sampled', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='markings', to='moderation.sampled')),
            ],
            options={
                'indexes': [models.Index(fields=['by', 'level'], name='moderation__by_id_7f5978_idx')],
                'constraints': [models.UniqueConstraint(fields=('sampled', 'by'), name='one_marking_each'), models.CheckConstraint(condition=models.Q(models.Q(('at__isnull', True), ('level__isnull', True)), models.Q(('at__isnull', False), ('level__isnull', False)), _connector='OR'), name='marked_at_a_moment')],
            },
        ),
        migrations.CreateModel(
            name='Sitting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(max_length=120)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField()),
                ('percent', models.PositiveSmallIntegerField()),
                ('seed', models.CharField(max_length=32)),
                ('pool', models.JSONField(default=list)),
                ('state', models.CharField(choices=[('marking', 'Being marked'), ('talking', 'To talk about'), ('recorded', 'Recorded')], default='marking', max_length=8)),
                ('drawn_at', models.DateTimeField()),
                ('opened_at', models.DateTimeField(null=True)),
                ('held_on', models.DateField(null=True)),
                ('record', models.TextField(blank=True, default='', max_length=8000)),
                ('recorded_at', models.DateTimeField(null=True)),
                ('leader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', '-drawn_at'], name='moderation__school__b32a13_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('percent__gte', 1), ('percent__lte', 100)), name='sitting_draws_some'), models.CheckConstraint(condition=models.Q(('since_on__lte', models.F('until_on'))), name='sitting_span_in_order')],
            },
        ),
        migrations.AddField(
            model_name='sampled',
            name='sitting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sampled', to='moderation.sitting'),
        ),
        migrations.CreateModel(
            name='Present',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('sitting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='present', to='moderation.sitting')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('sitting', 'person'), name='present_once')],
            },
        ),
        migrations.CreateModel(
            name='Exemplar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(max_length=120)),
                ('words', models.TextField(blank=True, default='', max_length=4000)),
                ('why', models.TextField(max_length=2000)),
                ('shows_photo', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('asked', 'Asked'), ('shared', 'Shared within the school'), ('declined', 'Said no'), ('withdrawn', 'Taken back')], default='asked', max_length=9)),
                ('asked_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.evidence')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exemplars', to='goals.goal')),
                ('level', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='goals.level')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'goal'], name='moderation__school__1cfd66_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['asked', 'shared'])), fields=('evidence', 'goal'), name='one_open_exemplar_per_piece_and_goal')],
            },
        ),
        migrations.AddIndex(
            model_name='sampled',
            index=models.Index(fields=['first_by', 'outcome', 'answered_at'], name='moderation__first_b_b6fbfa_idx'),
        ),
        migrations.AddConstraint(
            model_name='sampled',
            constraint=models.UniqueConstraint(fields=('sitting', 'judgement'), name='one_judgement_once_a_sitting'),
        ),
        migrations.AddConstraint(
            model_name='sampled',
            constraint=models.UniqueConstraint(fields=('sitting', 'number'), name='one_number_a_sitting'),
        ),
        migrations.AddConstraint(
            model_name='sampled',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'again'), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='judged_again_with_a_reason'),
        ),
    ]
