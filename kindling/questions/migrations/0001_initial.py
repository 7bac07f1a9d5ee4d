import django.db.models.deletion
import kindling.kit.ids
import kindling.questions.models.attachments
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('advisory', '0001_initial'),
        ('attendance', '0001_initial'),
        ('placements', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Pack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('label', models.CharField(max_length=120)),
                ('moment', models.CharField(choices=[('check_in', 'When a student arrives'), ('check_out', 'When a student leaves')], default='check_out', max_length=10)),
                ('grade', models.CharField(blank=True, default='', max_length=10)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('is_shared', models.BooleanField(default=True)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('live', 'Asked'), ('ended', 'Ended')], default='draft', max_length=6)),
                ('advisory', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='advisory.advisory')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'ends_on'], name='questions_p_school__ad21c5_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='pack_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('grade', ''), ('advisory__isnull', True), _connector='OR'), name='pack_has_one_audience')],
            },
        ),
        migrations.CreateModel(
            name='PulseRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('opens_on', models.DateField()),
                ('closes_on', models.DateField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.term')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('term',), name='one_pulse_round_per_term')],
            },
        ),
        migrations.CreateModel(
            name='Pulse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('side', models.CharField(choices=[('student', 'Student'), ('mentor', 'Mentor')], max_length=7)),
                ('relationship', models.PositiveSmallIntegerField()),
                ('relevance', models.PositiveSmallIntegerField()),
                ('interest', models.PositiveSmallIntegerField()),
                ('line', models.CharField(blank=True, default='', max_length=500)),
                ('is_shared', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='placements.placement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pulses', to='questions.pulseround')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('round', 'placement', 'side'), name='one_pulse_per_side'), models.CheckConstraint(condition=models.Q(('interest__range', (1, 4)), ('relationship__range', (1, 4)), ('relevance__range', (1, 4))), name='pulse_from_1_to_4')],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('text', 'A short text'), ('scale', 'From 1 to 4'), ('yes_no', 'Yes or no'), ('choice', 'One of several')], default='text', max_length=6)),
                ('for_student', models.CharField(blank=True, default='', max_length=200)),
                ('for_mentor', models.CharField(blank=True, default='', max_length=200)),
                ('options', models.JSONField(blank=True, default=list)),
                ('retired_at', models.DateTimeField(null=True)),
                ('pack', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='questions.pack')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('for_student', ''), _negated=True), models.Q(('for_mentor', ''), _negated=True), _connector='OR'), name='question_asks_somebody')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('side', models.CharField(choices=[('student', 'Student'), ('mentor', 'Mentor')], max_length=7)),
                ('asked', models.CharField(max_length=200)),
                ('text', models.CharField(max_length=500)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('day', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='attendance.day')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='questions.question')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'question', 'side'), name='one_answer_per_side_and_day')],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('photo', 'Photo'), ('voice', 'Voice note')], max_length=5)),
                ('file', models.FileField(blank=True, max_length=200, upload_to=kindling.questions.models.attachments.path_of)),
                ('type', models.CharField(max_length=20)),
                ('size', models.PositiveIntegerField()),
                ('seconds', models.PositiveSmallIntegerField(null=True)),
                ('is_shared', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('day', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='attendance.day')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('day', 'kind'), name='one_attachment_of_a_kind')],
            },
        ),
    ]
