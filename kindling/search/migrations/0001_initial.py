import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('title', models.CharField(max_length=200)),
                ('body', models.TextField()),
                ('way', models.CharField(db_index=True, default='', max_length=20)),
                ('point', models.BinaryField(default=b'')),
                ('near', models.BinaryField(default=b'')),
                ('made_at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='Shelf',
            fields=[
                ('school', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='schools.school')),
                ('number', models.PositiveBigIntegerField(default=0)),
            ],
            options={
                'verbose_name_plural': 'shelves',
            },
        ),
    ]
