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
            name='Interest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.CharField(max_length=300)),
                ('why', models.TextField(blank=True, default='', max_length=2000)),
                ('area', models.CharField(blank=True, choices=[('food', 'Food and hospitality'), ('health', 'Health and care'), ('sport', 'Body and sport'), ('mind', 'Mind and people'), ('children', 'Teaching and childhood'), ('land', 'Land, animals and environment'), ('sea', 'Sea and travel'), ('building', 'Building and design'), ('machines', 'Machines and vehicles'), ('science', 'Science and lab'), ('digital', 'Digital and code'), ('media', 'Media and sound'), ('arts', 'Visual arts and fashion'), ('stage', 'Performing arts'), ('words', 'Words and languages'), ('business', 'Business and money'), ('law', 'Law and safety'), ('civic', 'Civic and community'), ('beauty', 'Beauty and personal care'), ('other', 'Something else')], default='', max_length=20)),
                ('since_on', models.DateField()),
                ('shared_on', models.DateField(blank=True, null=True)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('changed_at', models.DateTimeField()),
                ('came_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='led_to', to='interests.interest')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interests', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'student', 'ended_on'], name='interests_i_school__3736fb_idx')],
            },
        ),
        migrations.CreateModel(
            name='EarlierWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.CharField(max_length=300)),
                ('why', models.TextField(blank=True, default='')),
                ('until_at', models.DateTimeField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('interest', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='earlier', to='interests.interest')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
