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
            name='Mail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('key', models.CharField(max_length=64, unique=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('reply_id', models.CharField(blank=True, default='', max_length=14)),
                ('sender', models.CharField(max_length=254)),
                ('sender_name', models.CharField(blank=True, default='', max_length=200)),
                ('subject', models.CharField(blank=True, default='', max_length=200)),
                ('text', models.TextField(blank=True, default='', max_length=4000)),
                ('files', models.PositiveSmallIntegerField(default=0)),
                ('size', models.PositiveIntegerField(default=0)),
                ('state', models.CharField(choices=[('landed', 'In its conversation'), ('held', 'Waits for a person'), ('settled', 'Looked at'), ('dropped', 'Not from a human'), ('stranger', 'Nobody’s address')], default='held', max_length=10)),
                ('why', models.CharField(blank=True, choices=[('', ''), ('sender', 'It came from another address than the one on file.'), ('thread', 'It was not an answer to anything.'), ('empty', 'We found no words besides what was quoted.'), ('refused', 'The conversation cannot take it now.'), ('bounce', 'A mail server sent it back.'), ('auto', 'A machine answered.'), ('list', 'It went to a list.'), ('loop', 'It was a letter of our own.'), ('many', 'Too many came from there at once.'), ('address', 'The address is not one of ours.')], default='', max_length=10)),
                ('note', models.CharField(blank=True, default='', max_length=300)),
                ('settled_at', models.DateTimeField(null=True)),
                ('erased_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.school')),
                ('settled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='schools.person')),
                ('staff', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='schools.person')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', '-at'], name='letterbox_m_school__f30234_idx'), models.Index(fields=['at'], name='letterbox_m_at_866045_idx')],
            },
        ),
    ]
