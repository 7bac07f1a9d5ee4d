import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('schedule', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Course',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('workshop', 'Workshop'), ('class', 'Class'), ('college', 'College class'), ('support', 'After-school support')], max_length=10)),
                ('title', models.CharField(max_length=200)),
                ('about', models.TextField(blank=True, default='', max_length=2000)),
                ('taught_by', models.CharField(blank=True, default='', max_length=200)),
                ('college', models.CharField(blank=True, default='', max_length=200)),
                ('credit', models.CharField(blank=True, default='', max_length=120)),
                ('room', models.CharField(blank=True, default='', max_length=120)),
                ('capacity', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('weekdays', models.CharField(blank=True, default='', max_length=20)),
                ('starts_at', models.TimeField(blank=True, null=True)),
                ('ends_at', models.TimeField(blank=True, null=True)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('may_ask', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('on', 'On'), ('over', 'Over'), ('cancelled', 'Called off')], default='on', max_length=10)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('teacher', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
            ],
        ),
        migrations.CreateModel(
            name='CourseDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('on', models.DateField()),
                ('has_met', models.BooleanField(default=True)),
                ('note', models.CharField(blank=True, default='', max_length=500)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='courses.course')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('course', 'on'), name='one_course_day_a_date')],
            },
        ),
        migrations.CreateModel(
            name='CoursePlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('asked', 'Asks for a place'), ('on', 'Has a place'), ('declined', 'Not this time'), ('left', 'Left'), ('done', 'Completed'), ('not_done', 'Not completed')], default='asked', max_length=10)),
                ('why', models.CharField(blank=True, default='', max_length=500)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, default='', max_length=500)),
                ('word', models.TextField(blank=True, default='', max_length=1000)),
                ('credit', models.CharField(blank=True, default='', max_length=120)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='courses.course')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='course_places', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'student', 'state'], name='courses_cou_school__1c11a4_idx'), models.Index(fields=['school', 'state', 'course'], name='courses_cou_school__819410_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['asked', 'on'])), fields=('course', 'student'), name='one_live_place_per_course_and_student'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='course_place_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='HeldTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schedule.commitment')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='held', to='courses.courseplace')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Missing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('late', 'Late'), ('absent', 'Not there'), ('excused', 'Excused')], max_length=10)),
                ('day', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='missing', to='courses.courseday')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='missing', to='courses.courseplace')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'place'), name='one_missing_per_day_and_place')],
            },
        ),
        migrations.CreateModel(
            name='RequiredCourse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(max_length=200)),
                ('grade', models.CharField(blank=True, default='', max_length=10)),
                ('note', models.CharField(blank=True, default='', max_length=300)),
                ('retired_on', models.DateField(blank=True, null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('retired_on__isnull', True)), fields=('school', 'title', 'grade'), name='one_required_course_per_title_and_grade')],
            },
        ),
        migrations.CreateModel(
            name='Met',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('how', models.CharField(choices=[('transfer', 'At another school'), ('test', 'By a test'), ('project', 'By a project or an internship'), ('waived', 'Does not have to, by rule')], max_length=10)),
                ('note', models.CharField(blank=True, default='', max_length=300)),
                ('on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
                ('required', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='met', to='courses.requiredcourse')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('student', 'required'), name='one_open_met_per_requirement')],
            },
        ),
        migrations.AddField(
            model_name='course',
            name='counts_for',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='courses', to='courses.requiredcourse'),
        ),
        migrations.CreateModel(
            name='StateTest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(max_length=200)),
                ('on', models.DateField()),
                ('result', models.CharField(blank=True, default='', max_length=200)),
                ('outcome', models.CharField(choices=[('passed', 'Passed'), ('not_yet', 'Not passed yet'), ('no_mark', 'No pass mark'), ('exempt', 'Exempt'), ('withdrawn', 'Entered by mistake')], max_length=10)),
                ('is_required', models.BooleanField(default=True)),
                ('reason', models.CharField(blank=True, default='', max_length=500)),
                ('why', models.CharField(blank=True, default='', max_length=500)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('corrects', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='courses.statetest')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='state_tests', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'student', 'on'], name='courses_sta_school__cc1a4d_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'exempt'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='exemption_says_why'), models.CheckConstraint(condition=models.Q(('corrects__isnull', True), models.Q(('why', ''), _negated=True), _connector='OR'), name='test_correction_says_why')],
            },
        ),
        migrations.AddIndex(
            model_name='course',
            index=models.Index(fields=['school', 'state', 'ends_on'], name='courses_cou_school__cc381e_idx'),
        ),
        migrations.AddIndex(
            model_name='course',
            index=models.Index(fields=['school', 'teacher', 'state'], name='courses_cou_school__454799_idx'),
        ),
        migrations.AddConstraint(
            model_name='course',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='course_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='course',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ends_at__isnull', True), ('starts_at__isnull', True)), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='course_has_both_times_or_none'),
        ),
    ]
