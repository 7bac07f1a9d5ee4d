import django.db.models.deletion
import kindling.kit.ids
import kindling.rounds.mechanism
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('placements', '0001_initial'),
        ('schools', '0001_initial'),
        ('sites', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=120)),
                ('note', models.TextField(blank=True, default='', max_length=1000)),
                ('state', models.CharField(choices=[('draft', 'Being prepared'), ('open', 'Open'), ('closed', 'Closed'), ('run', 'Run, not told yet'), ('published', 'Published'), ('cancelled', 'Called off')], default='draft', max_length=10)),
                ('closes_at', models.DateTimeField()),
                ('list_length', models.PositiveSmallIntegerField(default=8)),
                ('asked_share', models.PositiveSmallIntegerField(default=0)),
                ('returning_first', models.BooleanField(default=False)),
                ('first_grades', models.CharField(blank=True, default='', max_length=100)),
                ('most_minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('seed', models.CharField(default=kindling.rounds.mechanism.new_seed, editable=False, max_length=64)),
                ('reason', models.TextField(blank=True, default='', max_length=1000)),
                ('mentors_asked_at', models.DateTimeField(null=True)),
                ('ran_at', models.DateTimeField(null=True)),
                ('published_at', models.DateTimeField(null=True)),
                ('after', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='later', to='rounds.round')),
                ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'closes_at'], name='rounds_roun_school__5b53c5_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('asked_share__lte', 100)), name='a_share_is_a_part_of_all_seats')],
            },
        ),
        migrations.CreateModel(
            name='Record',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('problem', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('round', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='record', to='rounds.round')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Ballot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('length', models.PositiveSmallIntegerField(default=0)),
                ('changed_at', models.DateTimeField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ballots', to='people.student')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ballots', to='rounds.round')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('round', 'student'), name='one_list_per_student')],
            },
        ),
        migrations.CreateModel(
            name='RoundPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('seats', models.PositiveSmallIntegerField()),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='round_places', to='sites.opportunity')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='rounds.round')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('round', 'opportunity'), name='one_place_per_round'), models.CheckConstraint(condition=models.Q(('seats__gt', 0)), name='a_round_place_has_a_seat')],
            },
        ),
        migrations.CreateModel(
            name='Pick',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('by_person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='picks', to='rounds.roundplace')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('place', 'student'), name='asked_for_once')],
            },
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('choice', models.PositiveSmallIntegerField(null=True)),
                ('number', models.PositiveIntegerField()),
                ('trouble', models.CharField(blank=True, default='', max_length=500)),
                ('pursuit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='placements.pursuit')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='round_outcomes', to='people.student')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcomes', to='rounds.round')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='outcomes', to='rounds.roundplace')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('round', 'student'), name='one_outcome_per_student'), models.UniqueConstraint(fields=('round', 'number'), name='one_student_per_number')],
            },
        ),
        migrations.CreateModel(
            name='Move',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('reason', models.TextField(max_length=1000)),
                ('passed_over', models.JSONField(default=list)),
                ('at', models.DateTimeField()),
                ('by_person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('pursuit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='placements.pursuit')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moves', to='rounds.round')),
                ('now', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rounds.roundplace')),
                ('was', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='rounds.roundplace')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Choice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('ballot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='rounds.ballot')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='rounds.roundplace')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('ballot', 'place'), name='a_place_is_listed_once'), models.UniqueConstraint(fields=('ballot', 'number'), name='one_choice_per_number')],
            },
        ),
    ]
