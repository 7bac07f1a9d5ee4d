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
            name='Upload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('key', models.CharField(max_length=100)),
                ('name', models.CharField(max_length=200)),
                ('size', models.PositiveBigIntegerField()),
                ('received', models.PositiveBigIntegerField(default=0)),
                ('parts', models.JSONField(default=list)),
                ('state', models.CharField(choices=[('open', 'On its way'), ('done', 'Kept'), ('refused', 'Refused'), ('dropped', 'Deleted')], default='open', max_length=10)),
                ('touched_at', models.DateTimeField()),
                ('kind', models.CharField(blank=True, choices=[('photo', 'Photo'), ('video', 'Video'), ('audio', 'Sound'), ('file', 'File')], default='', max_length=5)),
                ('type', models.CharField(blank=True, default='', max_length=100)),
                ('ending', models.CharField(blank=True, default='', max_length=10)),
                ('file', models.CharField(blank=True, default='', max_length=200)),
                ('thumb', models.CharField(blank=True, default='', max_length=200)),
                ('kept_size', models.PositiveBigIntegerField(default=0)),
                ('captions', models.TextField(blank=True, default='', max_length=100000)),
                ('transcript', models.TextField(blank=True, default='', max_length=50000)),
                ('scan', models.CharField(choices=[('waiting', 'Not looked at yet'), ('clean', 'Nothing found'), ('absent', 'No scanner here')], default='waiting', max_length=8)),
                ('why', models.CharField(blank=True, default='', max_length=200)),
                ('used_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['state', 'touched_at'], name='uploads_upl_state_58b989_idx')],
                'constraints': [models.UniqueConstraint(fields=('school', 'by', 'key'), name='one_upload_per_key')],
            },
        ),
        migrations.CreateModel(
            name='UploadChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('limit_mb', models.PositiveIntegerField(default=200)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_upload_choice')],
            },
        ),
    ]
