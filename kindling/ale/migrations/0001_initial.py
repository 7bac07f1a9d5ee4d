import django.db.models.deletion
import kindling.ale.models
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
            name='AleChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_on', models.BooleanField(default=False)),
                ('pack', models.CharField(default='wa-ale.1', max_length=40)),
                ('kinds', models.JSONField(default=kindling.ale.models.counted)),
                ('warn_days', models.PositiveSmallIntegerField(default=5)),
                ('serious_days', models.PositiveSmallIntegerField(default=20)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_ale_choice_per_school')],
            },
        ),
        migrations.CreateModel(
            name='AlePlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('hours_week', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                ('contact_how', models.CharField(blank=True, choices=[('in_person', 'In person'), ('video', 'Video call'), ('phone', 'Phone call'), ('written', 'In writing, with an answer')], default='', max_length=10)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ale_places', to='people.student')),
                ('teacher', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'until_on'], name='ale_aleplac_school__6b8612_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('student',), name='one_open_ale_place'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='ale_place_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='MonthReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('month_on', models.DateField()),
                ('progress', models.CharField(choices=[('on_way', 'On the way the plan says'), ('slower', 'Slower than the plan says'), ('other', 'Somewhere else than the plan says')], max_length=10)),
                ('words', models.TextField(max_length=4000)),
                ('next_steps', models.TextField(blank=True, default='', max_length=2000)),
                ('student_word', models.TextField(blank=True, default='', max_length=2000)),
                ('at', models.DateTimeField()),
                ('is_replaced', models.BooleanField(default=False)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('replaces', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='ale.monthreview')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='month_reviews', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'month_on'], name='ale_monthre_school__d9e698_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_replaced', False)), fields=('student', 'month_on'), name='one_ale_review_a_month')],
            },
        ),
        migrations.CreateModel(
            name='NotedContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('on', models.DateField()),
                ('how', models.CharField(choices=[('in_person', 'In person'), ('video', 'Video call'), ('phone', 'Phone call'), ('written', 'In writing, with an answer')], max_length=10)),
                ('words', models.CharField(blank=True, default='', max_length=300)),
                ('at', models.DateTimeField()),
                ('taken_back_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='noted_contacts', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'student', 'on'], name='ale_notedco_school__7e3d3d_idx')],
            },
        ),
        migrations.CreateModel(
            name='StudentWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('month_on', models.DateField()),
                ('text', models.TextField(max_length=2000)),
                ('at', models.DateTimeField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='month_words', to='people.student')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('student', 'month_on'), name='one_word_a_month')],
            },
        ),
    ]
