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
            name='Advisory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=120)),
                ('grade', models.CharField(blank=True, default='', max_length=10)),
                ('source_id', models.CharField(blank=True, max_length=255, null=True)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'ordering': ['name', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('school', 'source_id'), name='one_advisory_per_source')],
            },
        ),
        migrations.CreateModel(
            name='AdvisoryAdvisor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_lead', models.BooleanField(default=True)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('advisory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='advisors', to='advisory.advisory')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='advisories', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('advisory', 'person'), name='one_open_advisor_row'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='advisor_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='AdvisoryStudent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('advisory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='advisory.advisory')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='advisory_seats', to='people.student')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('student',), name='one_advisory_at_a_time'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='advisory_seat_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='Substitute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('advisory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='substitutes', to='advisory.advisory')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('hat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='schools.membership')),
                ('named_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['advisory', 'until_on'], name='advisory_su_advisor_98a162_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('since_on'))), name='substitute_ends_after_it_starts')],
            },
        ),
    ]
