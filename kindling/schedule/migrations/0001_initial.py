import django.db.models.deletion
import django.db.models.functions.comparison
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('advisory', '0001_initial'),
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('grade', models.CharField(blank=True, default='', max_length=10)),
                ('on', models.DateField()),
                ('plan', models.CharField(choices=[('other_day', 'Another day’s plan'), ('late', 'Late start'), ('half', 'Half day: school ends early'), ('own', 'A plan of its own'), ('same', 'The usual plan, without internships')], max_length=10)),
                ('note', models.CharField(max_length=120)),
                ('weekday', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('letter', models.CharField(blank=True, choices=[('', 'Every week'), ('A', 'A weeks'), ('B', 'B weeks')], default='', max_length=1)),
                ('starts_at', models.TimeField(blank=True, null=True)),
                ('ends_at', models.TimeField(blank=True, null=True)),
                ('has_internships', models.BooleanField(default=True)),
                ('advisory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='advisory.advisory')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('grade', ''), ('advisory__isnull', True), _connector='OR'), name='change_is_for_one_audience'), models.UniqueConstraint(models.F('school'), models.F('on'), models.F('grade'), django.db.models.functions.comparison.Coalesce(models.F('advisory'), 0), name='one_change_per_audience_and_day')],
            },
        ),
        migrations.CreateModel(
            name='ChangedBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('advisory', 'Advisory'), ('together', 'Pick-me-up or community meeting'), ('class', 'Class or workshop'), ('work', 'Independent work'), ('internship', 'Internship'), ('lunch', 'Lunch'), ('other', 'Something else')], max_length=12)),
                ('label', models.CharField(blank=True, default='', max_length=60)),
                ('starts_at', models.TimeField()),
                ('ends_at', models.TimeField()),
                ('change', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blocks', to='schedule.change')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='changed_block_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='Closure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('holiday', 'Holiday'), ('break', 'Break'), ('exam', 'Exam day: school is open, no internships'), ('staff', 'Staff day'), ('snow', 'Snow day'), ('other', 'Something else')], default='other', max_length=10)),
                ('label', models.CharField(max_length=120)),
                ('grades', models.CharField(blank=True, default='', max_length=120)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'starts_on'], name='schedule_cl_school__f9c53f_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='closure_ends_after_it_starts'), models.UniqueConstraint(condition=models.Q(('kind', 'snow')), fields=('school', 'starts_on'), name='one_snow_day_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Commitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('doctor', 'Doctor or therapy'), ('college', 'College class'), ('family', 'Family'), ('other', 'Something else')], max_length=10)),
                ('label', models.CharField(blank=True, default='', max_length=120)),
                ('weekday', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('starts_at', models.TimeField(blank=True, null=True)),
                ('ends_at', models.TimeField(blank=True, null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='commitments', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['student', 'since_on'], name='schedule_co_student_7589dd_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='commitment_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(models.Q(('ends_at__isnull', True), ('starts_at__isnull', True)), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='commitment_has_both_times_or_none'), models.CheckConstraint(condition=models.Q(('weekday__isnull', False), ('until_on__isnull', False), _connector='OR'), name='commitment_is_weekly_or_has_an_end')],
            },
        ),
        migrations.CreateModel(
            name='Week',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('grade', models.CharField(blank=True, default='', max_length=10)),
                ('name', models.CharField(max_length=60)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('advisory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='advisory.advisory')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'since_on'], name='schedule_we_school__210a04_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('grade', ''), ('advisory__isnull', True), _connector='OR'), name='week_is_for_one_audience'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='week_ends_after_it_starts'), models.UniqueConstraint(models.F('school'), models.F('grade'), django.db.models.functions.comparison.Coalesce(models.F('advisory'), 0), models.F('since_on'), name='one_week_per_audience_and_day')],
            },
        ),
        migrations.CreateModel(
            name='Block',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('advisory', 'Advisory'), ('together', 'Pick-me-up or community meeting'), ('class', 'Class or workshop'), ('work', 'Independent work'), ('internship', 'Internship'), ('lunch', 'Lunch'), ('other', 'Something else')], max_length=12)),
                ('label', models.CharField(blank=True, default='', max_length=60)),
                ('starts_at', models.TimeField()),
                ('ends_at', models.TimeField()),
                ('letter', models.CharField(blank=True, choices=[('', 'Every week'), ('A', 'A weeks'), ('B', 'B weeks')], default='', max_length=1)),
                ('weekday', models.PositiveSmallIntegerField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('week', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blocks', to='schedule.week')),
            ],
            options={
                'indexes': [models.Index(fields=['week', 'weekday'], name='schedule_bl_week_id_52f17e_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='block_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('weekday__gte', 0), ('weekday__lte', 6)), name='block_is_on_a_weekday')],
            },
        ),
        migrations.CreateModel(
            name='Anchor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('on', models.DateField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'on'), name='one_anchor_a_week')],
            },
        ),
    ]
