import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('exhibitions', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Week',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(max_length=120)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField()),
                ('pause', models.PositiveSmallIntegerField(default=10)),
                ('state', models.CharField(choices=[('draft', 'Being planned'), ('sending', 'Being published'), ('published', 'Published'), ('called_off', 'Called off')], default='draft', max_length=10)),
                ('books_until', models.DateTimeField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=0)),
                ('trouble', models.CharField(blank=True, default='', max_length=500)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'until_on'], name='weeks_week_school__f067b8_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('since_on'))), name='a_week_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Run',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('running', 'Planning'), ('done', 'Planned'), ('stale', 'Overtaken'), ('failed', 'Failed')], default='waiting', max_length=10)),
                ('at', models.DateTimeField()),
                ('version', models.PositiveIntegerField()),
                ('placed', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveIntegerField(default=0)),
                ('solver', models.CharField(blank=True, default='', max_length=10)),
                ('is_best', models.BooleanField(default=False)),
                ('reasons', models.JSONField(blank=True, default=list)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('week', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='weeks.week')),
            ],
            options={
                'indexes': [models.Index(fields=['week', '-at'], name='weeks_run_week_id_c6eef6_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('waiting', 'running'))), fields=('week',), name='one_run_of_a_week_at_once')],
            },
        ),
        migrations.CreateModel(
            name='Interpreter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=200)),
                ('language', models.CharField(max_length=10)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='interprets', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('week', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interpreters', to='weeks.week')),
            ],
            options={
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='FreeTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('on', models.DateField()),
                ('from_at', models.TimeField()),
                ('until_at', models.TimeField()),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='free_times', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('interpreter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='free_times', to='weeks.interpreter')),
                ('week', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='free_times', to='weeks.week')),
            ],
            options={
                'ordering': ['on', 'from_at'],
                'indexes': [models.Index(fields=['week', 'person'], name='weeks_freet_week_id_1035ec_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_at__gt', models.F('from_at'))), name='a_free_time_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('person__isnull', False), ('interpreter__isnull', False), _connector='XOR'), name='a_free_time_is_somebodys')],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('how', models.CharField(choices=[('hand', 'By hand'), ('booked', 'Taken by the student'), ('planned', 'Planned')], max_length=10)),
                ('moves', models.JSONField(default=list)),
                ('at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('week', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='weeks.week')),
            ],
            options={
                'indexes': [models.Index(fields=['week', '-at'], name='weeks_chang_week_id_eaab8a_idx')],
            },
        ),
        migrations.CreateModel(
            name='WeekDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('on', models.DateField()),
                ('opens_at', models.TimeField()),
                ('closes_at', models.TimeField()),
                ('rest_from', models.TimeField(blank=True, null=True)),
                ('rest_until', models.TimeField(blank=True, null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('week', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='weeks.week')),
            ],
            options={
                'ordering': ['on'],
                'constraints': [models.UniqueConstraint(fields=('week', 'on'), name='one_row_per_day_of_a_week'), models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='a_day_closes_after_it_opens')],
            },
        ),
        migrations.CreateModel(
            name='WeekKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('grade', models.CharField(blank=True, default='', max_length=20)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='exhibitions.kind')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('week', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kinds', to='weeks.week')),
            ],
            options={
                'ordering': ['kind', 'grade'],
                'constraints': [models.UniqueConstraint(fields=('week', 'kind', 'grade'), name='one_length_per_kind_and_grade')],
            },
        ),
        migrations.CreateModel(
            name='WeekRoom',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=120)),
                ('video', models.URLField(blank=True, default='', max_length=500)),
                ('from_at', models.TimeField(blank=True, null=True)),
                ('until_at', models.TimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('week', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rooms', to='weeks.week')),
            ],
            options={
                'ordering': ['name', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('week', 'name'), name='one_room_of_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Sitting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('minutes', models.PositiveSmallIntegerField()),
                ('starts_at', models.DateTimeField(blank=True, null=True)),
                ('interpreters', models.JSONField(blank=True, default=list)),
                ('is_fixed', models.BooleanField(default=False)),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('told_room', models.CharField(blank=True, default='', max_length=120)),
                ('off_at', models.DateTimeField(blank=True, null=True)),
                ('exhibition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sittings', to='exhibitions.exhibition')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('week', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sittings', to='weeks.week')),
                ('room', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sittings', to='weeks.weekroom')),
            ],
            options={
                'indexes': [models.Index(fields=['week', 'starts_at'], name='weeks_sitti_week_id_55bdca_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('off_at__isnull', True)), fields=('exhibition',), name='in_one_week_at_once'), models.CheckConstraint(condition=models.Q(models.Q(('room__isnull', True), ('starts_at__isnull', True)), models.Q(('room__isnull', False), ('starts_at__isnull', False)), _connector='OR'), name='a_slot_has_room_and_time')],
            },
        ),
    ]
