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
            name='Panel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('rubric', models.JSONField()),
                ('began_at', models.DateTimeField()),
                ('timer_at', models.DateTimeField(null=True)),
                ('revealed_at', models.DateTimeField(null=True)),
                ('commendations', models.TextField(blank=True, default='', max_length=8000)),
                ('recommendations', models.TextField(blank=True, default='', max_length=8000)),
                ('agreed_at', models.DateTimeField(null=True)),
                ('recorded_at', models.DateTimeField(null=True)),
                ('agreed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('exhibition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='panel', to='exhibitions.exhibition')),
                ('revealed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'recorded_at'], name='panels_pane_school__103c05_idx')],
            },
        ),
        migrations.CreateModel(
            name='Form',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_self', models.BooleanField(default=False)),
                ('part', models.CharField(choices=[('advisor', 'Advisor'), ('family', 'Family'), ('mentor', 'Mentor'), ('peer', 'Student'), ('staff', 'Staff'), ('guest', 'Guest')], max_length=10)),
                ('state', models.CharField(choices=[('open', 'Not in yet'), ('sent', 'In'), ('absent', 'Was not there'), ('late', 'Came late: a comment')], default='open', max_length=6)),
                ('commends', models.TextField(blank=True, default='', max_length=4000)),
                ('recommends', models.TextField(blank=True, default='', max_length=4000)),
                ('sent_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='panel_forms', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('panel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='forms', to='panels.panel')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'state'], name='panels_form_person__44fd39_idx')],
                'constraints': [models.UniqueConstraint(fields=('panel', 'person'), name='one_form_per_person')],
            },
        ),
        migrations.CreateModel(
            name='Difference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('low', models.PositiveSmallIntegerField()),
                ('high', models.PositiveSmallIntegerField()),
                ('words', models.TextField(blank=True, default='', max_length=4000)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('panel', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='differences', to='panels.panel')),
            ],
            options={
                'ordering': ['panel', 'number'],
                'constraints': [models.UniqueConstraint(fields=('panel', 'number'), name='one_difference_per_criterion')],
            },
        ),
        migrations.CreateModel(
            name='Condition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('text', models.CharField(max_length=500)),
                ('due_on', models.DateField()),
                ('done_at', models.DateTimeField(null=True)),
                ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='panel_conditions', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('panel', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conditions', to='panels.panel')),
            ],
            options={
                'indexes': [models.Index(fields=['owner', 'done_at'], name='panels_cond_owner_i_b50713_idx')],
            },
        ),
        migrations.CreateModel(
            name='Score',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('level', models.PositiveSmallIntegerField(null=True)),
                ('words', models.TextField(blank=True, default='', max_length=2000)),
                ('form', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='panels.form')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'ordering': ['form', 'number'],
                'constraints': [models.UniqueConstraint(fields=('form', 'number'), name='one_score_per_criterion')],
            },
        ),
    ]
