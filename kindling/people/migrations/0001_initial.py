import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Student',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.CharField(blank=True, default='', max_length=60)),
                ('grade', models.CharField(blank=True, default='', max_length=10)),
                ('birth_on', models.DateField(blank=True, null=True)),
                ('state', models.CharField(choices=[('enrolled', 'Enrolled'), ('withdrawn', 'Withdrawn'), ('graduated', 'Graduated')], default='enrolled', max_length=10)),
                ('enrolled_on', models.DateField()),
                ('left_on', models.DateField(blank=True, null=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='student', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
        ),
        migrations.CreateModel(
            name='Connection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('role', models.CharField(choices=[('advisor', 'Advisor'), ('guardian', 'Family'), ('mentor', 'Mentor')], max_length=20)),
                ('relation', models.CharField(blank=True, default='', max_length=60)),
                ('is_primary', models.BooleanField(default=False)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('adult', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='connections', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='connections', to='people.student')),
            ],
        ),
        migrations.CreateModel(
            name='CareNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('text', models.CharField(max_length=500)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('allowed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='care_notes', to='people.student')),
            ],
        ),
        migrations.AddIndex(
            model_name='student',
            index=models.Index(fields=['school', 'state', 'grade'], name='people_stud_school__36e3bf_idx'),
        ),
        migrations.AddIndex(
            model_name='connection',
            index=models.Index(fields=['school', 'adult', 'until_on'], name='people_conn_school__0d25dd_idx'),
        ),
        migrations.AddConstraint(
            model_name='connection',
            constraint=models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('student', 'adult', 'role'), name='one_open_connection'),
        ),
        migrations.AddConstraint(
            model_name='connection',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='connection_ends_after_it_starts'),
        ),
        migrations.AddIndex(
            model_name='carenote',
            index=models.Index(fields=['student', 'until_on'], name='people_care_student_22b72f_idx'),
        ),
        migrations.AddConstraint(
            model_name='carenote',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('since_on'))), name='care_note_ends_after_it_starts'),
        ),
    ]
