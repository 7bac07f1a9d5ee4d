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
            name='Mark',
            fields=[
                ('pk', models.CompositePrimaryKey('student_id', 'on', blank=True, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('minutes', models.PositiveSmallIntegerField(default=0)),
                ('said', models.PositiveSmallIntegerField(null=True)),
                ('code', models.CharField(max_length=2)),
                ('method', models.CharField(choices=[('r', 'On the roll'), ('o', 'By the office'), ('k', "On the school's tablet"), ('t', 'By text message'), ('d', 'From the internship day'), ('i', 'From another system')], default='r', max_length=1)),
                ('by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('student', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='people.student')),
            ],
        ),
        migrations.CreateModel(
            name='Code',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('letter', models.CharField(max_length=2)),
                ('label', models.CharField(max_length=40)),
                ('meaning', models.CharField(choices=[('present', 'Present'), ('late', 'Late'), ('excused', 'Absent, excused'), ('unexcused', 'Absent, not excused'), ('internship', 'Present, at the internship')], max_length=10)),
                ('sis_code', models.CharField(blank=True, default='', max_length=20)),
                ('is_retired', models.BooleanField(default=False)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'letter'), name='one_code_per_letter')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('on', models.DateField()),
                ('was_code', models.CharField(max_length=2)),
                ('was_minutes', models.PositiveSmallIntegerField(default=0)),
                ('code', models.CharField(blank=True, default='', max_length=2)),
                ('minutes', models.PositiveSmallIntegerField(default=0)),
                ('why', models.CharField(blank=True, default='', max_length=500)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'on'], name='roll_correc_school__bfe470_idx')],
            },
        ),
        migrations.CreateModel(
            name='MonthSum',
            fields=[
                ('pk', models.CompositePrimaryKey('student_id', 'month', blank=True, editable=False, primary_key=True, serialize=False)),
                ('month', models.DateField()),
                ('minutes', models.IntegerField(default=0)),
                ('present', models.SmallIntegerField(default=0)),
                ('late', models.SmallIntegerField(default=0)),
                ('excused', models.SmallIntegerField(default=0)),
                ('unexcused', models.SmallIntegerField(default=0)),
                ('internship', models.SmallIntegerField(default=0)),
                ('school', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='months', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'month'], name='roll_months_school__a591a2_idx')],
            },
        ),
        migrations.CreateModel(
            name='SchoolMonth',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('minutes', models.IntegerField(default=0)),
                ('present', models.IntegerField(default=0)),
                ('late', models.IntegerField(default=0)),
                ('excused', models.IntegerField(default=0)),
                ('unexcused', models.IntegerField(default=0)),
                ('internship', models.IntegerField(default=0)),
                ('school', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='months', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'month'], name='roll_school_school__53c02d_idx')],
            },
        ),
    ]
