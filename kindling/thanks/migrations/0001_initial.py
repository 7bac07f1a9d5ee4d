import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('placements', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Thanks',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('words', models.TextField(max_length=3000)),
                ('staff_words', models.TextField(blank=True, default='', max_length=1000)),
                ('reply', models.TextField(blank=True, default='', max_length=1000)),
                ('minutes', models.PositiveIntegerField(default=0)),
                ('state', models.CharField(choices=[('waiting', 'Waits for a reader'), ('returned', 'Back for another look'), ('sent', 'Sent')], default='waiting', max_length=10)),
                ('sent_on', models.DateField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='thanks', to='schools.person')),
                ('placement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='thanks', to='placements.placement')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('staff', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('student', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='thanks', to='people.student')),
                ('year', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.schoolyear')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state'], name='thanks_than_school__f89ebc_idx'), models.Index(fields=['mentor', 'state'], name='thanks_than_mentor__e2487c_idx')],
                'constraints': [models.UniqueConstraint(fields=('placement', 'by'), name='one_thanks_per_writer'), models.UniqueConstraint(fields=('mentor', 'year'), name='one_thanks_a_year')],
            },
        ),
    ]
