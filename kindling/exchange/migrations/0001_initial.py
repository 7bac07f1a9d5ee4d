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
            name='Import',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('oneroster', 'OneRoster package (zip)'), ('students', 'Students and families (spreadsheet)'), ('staff', 'Staff (spreadsheet)'), ('places', 'Places (spreadsheet)')], max_length=10)),
                ('state', models.CharField(choices=[('uploaded', 'Waiting for its columns'), ('previewed', 'Ready to look at'), ('applying', 'Being applied'), ('applied', 'Applied'), ('failed', 'Did not work'), ('undone', 'Undone'), ('discarded', 'Thrown away')], default='uploaded', max_length=10)),
                ('file_name', models.CharField(max_length=200)),
                ('sha256', models.CharField(max_length=64)),
                ('is_lenient', models.BooleanField(default=False)),
                ('is_complete', models.BooleanField(default=False)),
                ('org', models.CharField(blank=True, default='', max_length=255)),
                ('header', models.JSONField(default=list)),
                ('samples', models.JSONField(default=list)),
                ('mapping', models.JSONField(default=dict)),
                ('counts', models.JSONField(default=dict)),
                ('findings', models.JSONField(default=dict)),
                ('left', models.JSONField(default=list)),
                ('progress', models.PositiveSmallIntegerField(default=0)),
                ('applied_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'created_at'], name='exchange_im_school__bbbe39_idx')],
            },
        ),
        migrations.CreateModel(
            name='ImportedChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('order', models.PositiveIntegerField()),
                ('model', models.CharField(max_length=60)),
                ('subject_id', models.CharField(max_length=14)),
                ('what', models.CharField(choices=[('added', 'Added'), ('changed', 'Changed'), ('ended', 'Ended'), ('reopened', 'Opened again')], max_length=10)),
                ('before', models.JSONField(default=dict)),
                ('after', models.JSONField(default=dict)),
                ('label', models.CharField(max_length=500)),
                ('file', models.CharField(blank=True, default='', max_length=200)),
                ('row', models.PositiveIntegerField(default=0)),
                ('is_main', models.BooleanField(default=True)),
                ('parent', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='exchange.import')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'ordering': ['order'],
                'indexes': [models.Index(fields=['parent', 'what', 'is_main', 'order'], name='exchange_im_parent__d6c25b_idx'), models.Index(fields=['school', 'model', 'what'], name='exchange_im_school__c7b6f5_idx')],
            },
        ),
        migrations.CreateModel(
            name='ImportFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('content', models.BinaryField()),
                ('parent', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='file', to='exchange.import')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
