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
            name='CreditRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('hours', models.PositiveSmallIntegerField()),
                ('step', models.CharField(choices=[('1', 'Whole units'), ('0.5', 'Halves'), ('0.25', 'Quarters'), ('0.1', 'Tenths')], default='0.25', max_length=4)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('year', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='credit_rule', to='schools.schoolyear')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Requirement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('grade', models.CharField(max_length=10)),
                ('kind', models.CharField(choices=[('hours', 'Hours at internships'), ('shadow', 'Shadow days'), ('interview', 'Interviews'), ('either', 'Shadow days or interviews')], max_length=10)),
                ('amount', models.PositiveSmallIntegerField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('year', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requirements', to='schools.schoolyear')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('year', 'grade', 'kind'), name='one_requirement_per_grade_and_kind')],
            },
        ),
    ]
