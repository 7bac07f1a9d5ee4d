import django.db.models.deletion
import kindling.goals.models.frameworks
import kindling.kit.ids
from decimal import Decimal
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Crosswalk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('approved', 'In use'), ('retired', 'Earlier version')], default='draft', max_length=8)),
                ('changes', models.TextField(blank=True, default='', max_length=1000)),
                ('approved_at', models.DateTimeField(null=True)),
                ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'number'), name='one_crosswalk_per_number'), models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('school',), name='one_crosswalk_draft'), models.UniqueConstraint(condition=models.Q(('state', 'approved')), fields=('school',), name='one_crosswalk_in_use'), models.CheckConstraint(condition=models.Q(('state', 'draft'), ('approved_by__isnull', False), _connector='OR'), name='crosswalk_in_use_was_approved')],
            },
        ),
        migrations.CreateModel(
            name='Line',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('identifier', models.CharField(default=kindling.goals.models.frameworks.new_identifier, max_length=60)),
                ('order', models.PositiveSmallIntegerField(default=1)),
                ('title', models.CharField(max_length=120)),
                ('credits', models.DecimalField(decimal_places=2, max_digits=5)),
                ('asked', models.DecimalField(decimal_places=2, default=Decimal('0'), max_digits=5)),
                ('crosswalk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='credits.crosswalk')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'ordering': ['crosswalk', 'order', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('crosswalk', 'identifier'), name='one_line_per_identifier'), models.CheckConstraint(condition=models.Q(('credits__gt', 0)), name='line_gives_something')],
            },
        ),
        migrations.CreateModel(
            name='Clause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('way', models.PositiveSmallIntegerField(default=1)),
                ('kind', models.CharField(choices=[('levels', 'Goals at a level'), ('pieces', 'Pieces of evidence in the year'), ('exhibitions', 'Exhibitions agreed in the year'), ('courses', 'Courses finished in the year'), ('hours', 'Confirmed internship hours')], max_length=11)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('goals', models.JSONField(blank=True, default=list)),
                ('piece', models.CharField(blank=True, choices=[('photo', 'Photo'), ('video', 'Video'), ('audio', 'Sound'), ('file', 'File'), ('link', 'Link'), ('text', 'Words')], default='', max_length=5)),
                ('words', models.CharField(blank=True, default='', max_length=120)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clauses', to='credits.line')),
            ],
            options={
                'ordering': ['line', 'way', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('number__gt', 0)), name='clause_asks_for_something')],
            },
        ),
        migrations.CreateModel(
            name='Award',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('identifier', models.CharField(max_length=60)),
                ('title', models.CharField(max_length=120)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=5)),
                ('source', models.CharField(choices=[('rule', 'By the rule'), ('appeal', 'After an appeal'), ('corrected', 'Put right')], default='rule', max_length=9)),
                ('rests', models.JSONField(default=dict)),
                ('reason', models.TextField(blank=True, default='', max_length=1000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='credit_awards', to='people.student')),
                ('term', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.term')),
                ('year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.schoolyear')),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='credits.line')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['school', 'student', 'year'], name='credits_awa_school__5063a7_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('amount__gt', 0), ('source', 'rule')), models.Q(models.Q(('source', 'rule'), _negated=True), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='credit_by_hand_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='Appeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.TextField(max_length=4000)),
                ('at', models.DateTimeField()),
                ('state', models.CharField(choices=[('asked', 'Waits for an answer'), ('granted', 'Granted'), ('declined', 'Declined')], default='asked', max_length=8)),
                ('reason', models.TextField(blank=True, default='', max_length=1000)),
                ('decided_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='credit_appeals', to='people.student')),
                ('year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.schoolyear')),
                ('award', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='credits.award')),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='credits.line')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'at'], name='credits_app_school__123bde_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('student', 'line', 'year'), name='one_open_appeal_per_subject'), models.CheckConstraint(condition=models.Q(('state', 'asked'), models.Q(('reason', ''), _negated=True), _connector='OR'), name='appeal_is_answered_with_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='CreditChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('mode', models.CharField(choices=[('narrative', 'Narratives only'), ('competency', 'How far somebody is with each goal'), ('credit', 'Credits'), ('hybrid', 'Goals and credits')], default='competency', max_length=10)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_credit_choice')],
            },
        ),
    ]
