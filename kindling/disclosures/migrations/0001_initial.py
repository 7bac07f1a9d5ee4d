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
            name='Disclosure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('to', models.CharField(max_length=200)),
                ('what', models.CharField(max_length=300)),
                ('why', models.CharField(max_length=300)),
                ('basis', models.CharField(choices=[('consent', 'Somebody agreed'), ('shown', 'The student showed it'), ('school', 'A school they go to next'), ('works', 'They work for the school'), ('law', 'A law or a court asks for it'), ('safety', 'To keep somebody safe'), ('right', 'It is their right to see it')], max_length=7)),
                ('at', models.DateTimeField()),
                ('agreed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disclosures', to='people.student')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['school', 'student', 'at'], name='disclosures_school__13d760_idx'), models.Index(fields=['school', 'at'], name='disclosures_school__7acc53_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('basis', 'consent'), _negated=True), ('agreed_by__isnull', False), _connector='OR'), name='consent_is_somebodys')],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(blank=True, default='', max_length=80)),
                ('key', models.CharField(blank=True, default='', max_length=14)),
                ('title', models.CharField(blank=True, default='', max_length=300)),
                ('words', models.TextField(max_length=4000)),
                ('called', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='people.student')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['student', 'kind', 'key'], name='disclosures_student_b7843e_idx')],
            },
        ),
    ]
