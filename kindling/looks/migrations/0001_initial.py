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
            name='Look',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('what', models.CharField(choices=[('page', 'the page with name and contacts'), ('days', 'days, hours and places'), ('plan', 'plan, projects and meetings'), ('work', 'work, exhibitions and judgements'), ('words', 'narratives, transcripts and credits'), ('care', 'what helps in an emergency')], max_length=5)),
                ('on', models.DateField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='looks', to='people.student')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['school', 'person', 'on'], name='looks_look_school__f01e79_idx')],
                'constraints': [models.UniqueConstraint(fields=('student', 'on', 'person', 'what'), name='one_look_a_day')],
            },
        ),
    ]
