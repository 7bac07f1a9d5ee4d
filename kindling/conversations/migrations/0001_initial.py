import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('advisory', '0001_initial'),
        ('notices', '0001_initial'),
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
        ('uploads', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Broadcast',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('text', models.TextField(max_length=4000)),
                ('language', models.CharField(max_length=10)),
                ('translations', models.JSONField(default=dict)),
                ('to', models.CharField(choices=[('families', 'Families'), ('students', 'Students'), ('mentors', 'Mentors')], max_length=10)),
                ('grade', models.CharField(blank=True, default='', max_length=10)),
                ('is_urgent', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('sending', 'Being sent'), ('done', 'Sent')], default='sending', max_length=10)),
                ('tap', models.CharField(max_length=40, null=True)),
                ('advisory', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='advisory.advisory')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', '-at'], name='conversatio_school__09a611_idx')],
                'constraints': [models.UniqueConstraint(fields=('by', 'tap'), name='one_broadcast_a_tap'), models.CheckConstraint(condition=models.Q(('advisory__isnull', True), ('grade', ''), _connector='OR'), name='broadcast_has_one_group')],
            },
        ),
        migrations.CreateModel(
            name='ConversationChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('answers_from', models.TimeField(blank=True, null=True)),
                ('answers_until', models.TimeField(blank=True, null=True)),
                ('translates', models.BooleanField(default=False)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_conversation_choice'), models.CheckConstraint(condition=models.Q(models.Q(('answers_from__isnull', True), ('answers_until__isnull', True)), ('answers_until__gt', models.F('answers_from')), _connector='OR'), name='conversation_hours_end_after_they_begin')],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('side', models.CharField(choices=[('student', 'Student'), ('outside', 'From outside'), ('staff', 'School')], max_length=10)),
                ('at', models.DateTimeField()),
                ('text', models.TextField(max_length=4000)),
                ('language', models.CharField(max_length=10)),
                ('via', models.CharField(choices=[('page', 'Written here'), ('link', 'Behind a link'), ('email', 'By e-mail'), ('sms', 'By text message')], default='page', max_length=10)),
                ('is_urgent', models.BooleanField(default=False)),
                ('tap', models.CharField(max_length=80, null=True)),
                ('translations', models.JSONField(default=dict)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('keeper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
        ),
        migrations.CreateModel(
            name='Copy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('seen_at', models.DateTimeField(null=True)),
                ('notice', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='notices.notice')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='copies', to='conversations.message')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('message', 'person'), name='one_copy_a_person')],
            },
        ),
        migrations.CreateModel(
            name='MessageFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('message', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='conversations.message')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('upload', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='uploads.upload')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Thread',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('outside_as', models.CharField(blank=True, choices=[('', ''), ('guardian', 'Family'), ('mentor', 'Mentor')], default='', max_length=10)),
                ('last_at', models.DateTimeField()),
                ('waits_since', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('interpreter_asked_at', models.DateTimeField(null=True)),
                ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='threads_about', to='people.student')),
                ('interpreter_asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='schools.person')),
                ('keeper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='threads_kept', to='schools.person')),
                ('outside', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='threads_outside', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='threads', to='people.student', to_field='person')),
            ],
            options={
                'indexes': [models.Index(fields=['school', '-last_at'], name='conversatio_school__a533e5_idx'), models.Index(fields=['keeper', 'waits_since'], name='conversatio_keeper__5fcc4f_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('student__isnull', False), ('outside__isnull', False), _connector='OR'), name='thread_is_with_somebody'), models.CheckConstraint(condition=models.Q(('student__isnull', True), models.Q(('keeper', models.F('student')), _negated=True), _connector='OR'), name='thread_keeper_is_not_the_student'), models.CheckConstraint(condition=models.Q(('outside__isnull', True), models.Q(('keeper', models.F('outside')), _negated=True), _connector='OR'), name='thread_keeper_is_not_from_outside'), models.CheckConstraint(condition=models.Q(('student__isnull', True), ('outside__isnull', True), models.Q(('student', models.F('outside')), _negated=True), _connector='OR'), name='thread_sides_are_two_people'), models.CheckConstraint(condition=models.Q(models.Q(('outside__isnull', True), ('outside_as', '')), models.Q(('outside__isnull', False), models.Q(('outside_as', ''), _negated=True)), _connector='OR'), name='thread_says_as_whom')],
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_staff', models.BooleanField(default=False)),
                ('read_at', models.DateTimeField(null=True)),
                ('until_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='conversations.thread')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'thread'], name='conversatio_person__1277e4_idx')],
                'constraints': [models.UniqueConstraint(fields=('thread', 'person'), name='one_seat_in_a_thread')],
            },
        ),
        migrations.AddField(
            model_name='message',
            name='thread',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='conversations.thread'),
        ),
        migrations.CreateModel(
            name='BroadcastLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sent_at', models.DateTimeField(null=True)),
                ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
                ('broadcast', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='conversations.broadcast')),
                ('notice', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='notices.notice')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('thread', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='conversations.thread')),
            ],
            options={
                'indexes': [models.Index(fields=['broadcast', 'sent_at'], name='conversatio_broadca_9c0e93_idx')],
                'constraints': [models.UniqueConstraint(fields=('broadcast', 'person'), name='one_line_a_person')],
            },
        ),
        migrations.AddIndex(
            model_name='message',
            index=models.Index(fields=['thread', 'at'], name='conversatio_thread__3a5245_idx'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.UniqueConstraint(fields=('thread', 'tap'), name='one_message_a_tap'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.CheckConstraint(condition=models.Q(('side', 'staff'), models.Q(('by', models.F('keeper')), _negated=True), _connector='OR'), name='message_has_somebody_of_school'),
        ),
    ]
