import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('advisory', '0001_initial'),
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Mood',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('feeling', models.PositiveSmallIntegerField(choices=[(1, 'Very bad'), (2, 'Bad'), (3, 'So-so'), (4, 'Good'), (5, 'Very good')])),
                ('text', models.CharField(blank=True, default='', max_length=1000)),
                ('on', models.DateField()),
                ('said_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('said', 'Waits for an answer'), ('answered', 'Answered')], default='said', max_length=8)),
                ('answer', models.CharField(blank=True, default='', max_length=1000)),
                ('answered_at', models.DateTimeField(null=True)),
                ('seen_at', models.DateTimeField(null=True)),
                ('late_at', models.DateTimeField(null=True)),
                ('passed_at', models.DateTimeField(null=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'person', 'state'], name='moods_mood_school__7fadb2_idx'), models.Index(condition=models.Q(('late_at__isnull', True), ('state', 'said')), fields=['due_at'], name='mood_waiting_due')],
                'constraints': [models.UniqueConstraint(fields=('student', 'on'), name='one_mood_per_student_and_day')],
            },
        ),
        migrations.CreateModel(
            name='MoodPromise',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('reply_hours', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('asked', 'Has not said yes yet'), ('promised', 'Promised'), ('ended', 'Ended')], default='asked', max_length=8)),
                ('away_from', models.DateField(null=True)),
                ('away_until', models.DateField(null=True)),
                ('advisory', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='advisory.advisory')),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state'], name='moods_moodp_school__840966_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'ended'), _negated=True), fields=('person',), name='one_live_mood_promise_per_person'), models.CheckConstraint(condition=models.Q(models.Q(('away_from__isnull', True), ('away_until__isnull', True)), ('away_until__gte', models.F('away_from')), _connector='OR'), name='mood_promise_away_has_both_days')],
            },
        ),
    ]
