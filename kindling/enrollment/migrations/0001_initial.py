import django.db.models.deletion
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
            name='RollOver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('done', 'Done'), ('undone', 'Undone')], default='done', max_length=10)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roll_overs', to='schools.schoolyear')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'done')), fields=('year',), name='one_roll_over_per_year')],
            },
        ),
        migrations.CreateModel(
            name='RollOverLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('was_grade', models.CharField(max_length=10)),
                ('grade', models.CharField(blank=True, default='', max_length=10)),
                ('advisory', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='advisory.advisory')),
                ('roll_over', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='enrollment.rollover')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('roll_over', 'student'), name='one_line_per_roll_over_and_student')],
            },
        ),
    ]
