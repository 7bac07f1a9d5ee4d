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
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14)),
                ('at', models.DateTimeField()),
                ('by_pass', models.BooleanField(default=False)),
                ('verb', models.CharField(max_length=60)),
                ('subject_id', models.CharField(max_length=14)),
                ('detail', models.JSONField(default=dict)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'subject_id', 'at'], name='history_eve_school__8ae04b_idx'), models.Index(fields=['school', 'at'], name='history_eve_school__c16bfb_idx')],
            },
        ),
    ]
