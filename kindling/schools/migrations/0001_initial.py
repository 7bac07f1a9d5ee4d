import django.db.models.deletion
import django.db.models.functions.text
import kindling.kit.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Installation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_demo', models.BooleanField()),
                ('made_at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='Network',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('slug', models.SlugField(unique=True)),
                ('timezone', models.CharField(default='America/New_York', max_length=60)),
                ('asks_per_month', models.PositiveSmallIntegerField(default=12)),
            ],
        ),
        migrations.CreateModel(
            name='School',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('slug', models.SlugField(unique=True)),
                ('source_id', models.CharField(blank=True, default='', max_length=255)),
                ('timezone', models.CharField(default='America/New_York', max_length=60)),
                ('language', models.CharField(default='en', max_length=10)),
                ('phone', models.CharField(blank=True, default='', max_length=40)),
                ('address', models.CharField(blank=True, default='', max_length=300)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('internship_days', models.CharField(default='1,3', max_length=20)),
                ('pursuit_days', models.PositiveSmallIntegerField(default=21)),
                ('pursuit_limit', models.PositiveSmallIntegerField(default=2)),
                ('asks_per_month', models.PositiveSmallIntegerField(default=12)),
                ('term_target_minutes', models.PositiveIntegerField(default=7200)),
                ('words', models.JSONField(blank=True, default=dict)),
                ('questions_until', models.DateField(blank=True, null=True)),
                ('pulse_until', models.DateField(blank=True, null=True)),
                ('asks_clearance', models.BooleanField(default=False)),
                ('timetable_until', models.DateField(blank=True, null=True)),
                ('has_round', models.BooleanField(default=False)),
                ('has_ale', models.BooleanField(default=False)),
                ('second_step_from', models.DateField(blank=True, null=True)),
                ('set_up_at', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='schools', to='schools.network')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('given_name', models.CharField(max_length=200)),
                ('family_name', models.CharField(blank=True, default='', max_length=200)),
                ('preferred_given_name', models.CharField(blank=True, default='', max_length=200)),
                ('preferred_family_name', models.CharField(blank=True, default='', max_length=200)),
                ('name', models.CharField(max_length=402)),
                ('sort_name', models.CharField(max_length=402)),
                ('pronouns', models.CharField(blank=True, default='', max_length=60)),
                ('email', models.EmailField(blank=True, default='', max_length=254)),
                ('phone', models.CharField(blank=True, default='', max_length=40)),
                ('phone_tail', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Right(django.db.models.functions.text.Replace(django.db.models.functions.text.Replace(django.db.models.functions.text.Replace(django.db.models.functions.text.Replace(django.db.models.functions.text.Replace(django.db.models.functions.text.Replace(django.db.models.functions.text.Replace(models.F('phone'), models.Value(' '), models.Value('')), models.Value('('), models.Value('')), models.Value(')'), models.Value('')), models.Value('-'), models.Value('')), models.Value('.'), models.Value('')), models.Value('/'), models.Value('')), models.Value('\xa0'), models.Value('')), 7), output_field=models.CharField(max_length=7))),
                ('language', models.CharField(default='en', max_length=10)),
                ('source_id', models.CharField(blank=True, max_length=255, null=True)),
                ('suspended_at', models.DateTimeField(blank=True, null=True)),
                ('quiet_until', models.DateField(blank=True, null=True)),
                ('has_large_text', models.BooleanField(default=False)),
                ('merged_into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='people', to=settings.AUTH_USER_MODEL)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'sort_name'], name='schools_per_school__cf1082_idx'), models.Index(fields=['phone_tail'], name='schools_per_phone_t_5b7b6c_idx')],
                'constraints': [models.UniqueConstraint(fields=('school', 'source_id'), name='one_person_per_source'), models.UniqueConstraint(fields=('school', 'user'), name='one_person_per_user')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('role', models.CharField(choices=[('student', 'Student'), ('advisor', 'Advisor'), ('coordinator', 'Internship coordinator'), ('principal', 'Principal'), ('registrar', 'Registrar'), ('administrator', 'Administrator'), ('staff', 'Other staff'), ('mentor', 'Mentor'), ('guardian', 'Family'), ('coach', 'Network coach'), ('alum', 'Alum')], max_length=20)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'role', 'until_on'], name='schools_mem_school__6e10a2_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('person', 'role'), name='one_open_membership_per_hat'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='membership_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='SchoolYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('label', models.CharField(max_length=60)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='years', to='schools.school')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on'))), name='school_year_ends_after_it_starts'), models.UniqueConstraint(fields=('school', 'label'), name='one_school_year_per_label')],
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('quarter', 'Quarters (four)'), ('trimester', 'Trimesters (three)'), ('semester', 'Semesters (two)'), ('own', 'Our own terms'), ('mini', 'Mini-term (intersession)')], max_length=10)),
                ('label', models.CharField(max_length=60)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('year', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='schools.schoolyear')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'starts_on'], name='schools_ter_school__2354dc_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('starts_on'))), name='term_ends_after_it_starts')],
            },
        ),
    ]
