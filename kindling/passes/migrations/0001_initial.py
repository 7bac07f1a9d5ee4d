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
            name='Pass',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('purpose', models.CharField(max_length=40)),
                ('subjects', models.JSONField(default=list)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('needs_code', models.BooleanField(default=False)),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='passes', to='people.student')),
                ('bearer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passes', to='schools.person')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('renewed_from', models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='renewed_by', to='passes.pass')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'bearer', 'purpose'], name='passes_pass_school__8e59f6_idx'), models.Index(fields=['school', '-created_at'], name='passes_pass_school__bf2645_idx')],
            },
        ),
        migrations.CreateModel(
            name='PassDevice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('device_hash', models.CharField(max_length=64)),
                ('code_hash', models.CharField(blank=True, default='', max_length=128)),
                ('code_sent_at', models.DateTimeField(null=True)),
                ('failures', models.PositiveSmallIntegerField(default=0)),
                ('trusted_at', models.DateTimeField(null=True)),
                ('held', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='devices', to='passes.pass')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('held', 'device_hash'), name='one_row_per_device')],
            },
        ),
        migrations.CreateModel(
            name='PassUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('what', models.CharField(max_length=20)),
                ('device_hash', models.CharField(blank=True, default='', max_length=64)),
                ('held', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='passes.pass')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['held', 'what', '-at'], name='passes_pass_held_id_d17572_idx')],
            },
        ),
    ]
