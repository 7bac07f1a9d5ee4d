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
            name='Text',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('sid', models.CharField(max_length=40, unique=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('number', models.CharField(max_length=20)),
                ('body', models.CharField(blank=True, default='', max_length=1600)),
                ('verb', models.CharField(choices=[('here', 'I’m here'), ('out', 'I’m leaving'), ('late', 'I’m late'), ('sick', 'I’m not coming'), ('yes', 'Yes, that is right'), ('no', 'No, that is not right'), ('mine', 'I have it'), ('help', 'Help'), ('stop', 'No more texts'), ('start', 'Texts again'), ('choice', 'This one'), ('unknown', 'Not understood')], default='unknown', max_length=10)),
                ('outcome', models.CharField(choices=[('done', 'Done'), ('asked', 'Asked who is meant'), ('refused', 'Not possible'), ('helped', 'Told how it works'), ('stranger', 'Nobody has this number')], default='helped', max_length=10)),
                ('reply', models.CharField(blank=True, default='', max_length=1000)),
                ('link_id', models.CharField(blank=True, default='', max_length=14)),
                ('choices', models.JSONField(default=list)),
                ('erased_at', models.DateTimeField(null=True)),
                ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='schools.person')),
                ('school', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', '-at'], name='texts_text_school__367932_idx'), models.Index(fields=['number', '-at'], name='texts_text_number_16090b_idx'), models.Index(fields=['at'], name='texts_text_at_f25b88_idx')],
            },
        ),
    ]
