import django.core.validators
import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('outreach', '0001_initial'),
        ('people', '0001_initial'),
        ('placements', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='HomeVisit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('done', 'Done, no note yet'), ('noted', 'Noted'), ('cancelled', 'Did not happen')], default='planned', max_length=10)),
                ('where', models.CharField(choices=[('home', 'At home'), ('school', 'At school'), ('elsewhere', 'Somewhere else'), ('video', 'Video call')], default='home', max_length=10)),
                ('planned_on', models.DateField()),
                ('planned_at', models.TimeField(blank=True, null=True)),
                ('on', models.DateField(null=True)),
                ('needs_interpreter', models.BooleanField(default=False)),
                ('present', models.CharField(blank=True, default='', max_length=300)),
                ('language', models.CharField(blank=True, default='', max_length=60)),
                ('hopes', models.TextField(blank=True, default='', max_length=3000)),
                ('strengths', models.TextField(blank=True, default='', max_length=3000)),
                ('interests', models.TextField(blank=True, default='', max_length=3000)),
                ('best_contact', models.CharField(blank=True, default='', max_length=300)),
                ('follow_up', models.CharField(blank=True, default='', max_length=500)),
                ('follow_on', models.DateField(blank=True, null=True)),
                ('for_student', models.TextField(blank=True, default='', max_length=2000)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='home_visits', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', '-planned_on'], name='visits_home_student_1098ac_idx'), models.Index(fields=['school', 'state', 'planned_on'], name='visits_home_school__d331fe_idx'), models.Index(fields=['school', 'on'], name='visits_home_school__206606_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'planned')), fields=('student', 'planned_on'), name='one_home_visit_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='openings', to='visits.homevisit')),
            ],
            options={
                'indexes': [models.Index(fields=['visit', '-at'], name='visits_open_visit_i_f675c8_idx')],
            },
        ),
        migrations.CreateModel(
            name='Sensitive',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('text', models.TextField(max_length=4000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sensitive', to='visits.homevisit')),
            ],
            options={
                'indexes': [models.Index(fields=['visit', 'at'], name='visits_sens_visit_i_a377f9_idx')],
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('visit', 'Visit'), ('call', 'Call'), ('mail', 'Letter or e-mail'), ('video', 'Video call')], default='visit', max_length=10)),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('done', 'Done, no note yet'), ('noted', 'Noted'), ('follow_up', 'Something to do'), ('closed', 'Closed'), ('cancelled', 'Did not happen')], default='planned', max_length=10)),
                ('planned_on', models.DateField(null=True)),
                ('planned_at', models.TimeField(blank=True, null=True)),
                ('order', models.PositiveSmallIntegerField(default=0)),
                ('on', models.DateField(null=True)),
                ('miles', models.DecimalField(decimal_places=1, max_digits=6, null=True, validators=[django.core.validators.MinValueValidator(0)])),
                ('with_student', models.BooleanField(default=False)),
                ('with_mentor', models.BooleanField(default=False)),
                ('with_others', models.CharField(blank=True, default='', max_length=200)),
                ('attendance', models.TextField(blank=True, default='', max_length=2000)),
                ('tasks', models.TextField(blank=True, default='', max_length=2000)),
                ('fit', models.CharField(blank=True, choices=[('good', 'It fits'), ('easy', 'Too easy'), ('hard', 'Too hard'), ('unsure', 'Could not tell')], default='', max_length=10)),
                ('safety', models.CharField(blank=True, choices=[('fine', 'Yes'), ('talk', 'Something to talk about'), ('stop', 'No')], default='', max_length=10)),
                ('unsafe', models.TextField(blank=True, default='', max_length=2000)),
                ('mentor_said', models.TextField(blank=True, default='', max_length=2000)),
                ('progress', models.TextField(blank=True, default='', max_length=2000)),
                ('goals', models.TextField(blank=True, default='', max_length=2000)),
                ('next_step', models.CharField(blank=True, default='', max_length=300)),
                ('next_on', models.DateField(blank=True, null=True)),
                ('shared', models.TextField(blank=True, default='', max_length=2000)),
                ('shared_with', models.CharField(blank=True, choices=[('student', 'The student'), ('mentor', 'The mentor'), ('both', 'Both')], default='', max_length=10)),
                ('shared_at', models.DateTimeField(null=True)),
                ('tap', models.CharField(blank=True, max_length=40, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('contact', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='visit', to='outreach.contact')),
                ('placement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='placements.placement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='visits', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', '-on'], name='visits_visi_student_305ea7_idx'), models.Index(fields=['placement', '-on'], name='visits_visi_placeme_124320_idx'), models.Index(fields=['school', 'on'], name='visits_visi_school__e95e03_idx'), models.Index(fields=['school', 'state', 'planned_on'], name='visits_visi_school__f6a62e_idx'), models.Index(fields=['by', 'planned_on'], name='visits_visi_by_id_46f120_idx')],
                'constraints': [models.UniqueConstraint(fields=('school', 'tap'), name='one_visit_per_tap'), models.UniqueConstraint(condition=models.Q(('state', 'planned')), fields=('placement', 'planned_on', 'kind'), name='one_planned_visit_a_day')],
            },
        ),
        migrations.CreateModel(
            name='VisitPolicy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('every_days', models.PositiveSmallIntegerField(default=30)),
                ('at_least', models.PositiveSmallIntegerField(default=0)),
                ('every_hours', models.PositiveSmallIntegerField(default=0)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_visit_policy_per_school')],
            },
        ),
        migrations.CreateModel(
            name='Cadence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('last_on', models.DateField(null=True)),
                ('count', models.PositiveSmallIntegerField(default=0)),
                ('minutes_at', models.PositiveIntegerField(default=0)),
                ('is_often', models.BooleanField(default=False)),
                ('due_on', models.DateField(null=True)),
                ('placement', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='cadence', to='placements.placement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('due_on__isnull', False)), fields=['school', 'due_on'], name='visit_due')],
            },
        ),
        migrations.CreateModel(
            name='HomeReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('until_at', models.DateTimeField(null=True)),
                ('named_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_at__isnull', True)), fields=('person',), name='one_home_reader_per_person')],
            },
        ),
    ]
