import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('advisory', '0001_initial'),
        ('exhibitions', '0001_initial'),
        ('meetings', '0001_initial'),
        ('outreach', '0001_initial'),
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
        ('uploads', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='WeekWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('week_on', models.DateField()),
                ('text', models.TextField(max_length=2000)),
                ('language', models.CharField(max_length=10)),
                ('changed_at', models.DateTimeField()),
                ('advisory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='week_words', to='advisory.advisory')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='week_words', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'week_on'], name='families_we_school__ebe197_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('advisory__isnull', True), ('student__isnull', True), _connector='XOR'), name='week_words_are_to_an_advisory_or_a_student'), models.UniqueConstraint(condition=models.Q(('student__isnull', True)), fields=('advisory', 'week_on'), name='one_text_an_advisory_and_week'), models.UniqueConstraint(condition=models.Q(('advisory__isnull', True)), fields=('student', 'week_on'), name='one_text_a_student_and_week')],
            },
        ),
        migrations.CreateModel(
            name='WordsTranslation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('language', models.CharField(max_length=10)),
                ('stamp', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('waiting', 'Waits for the translator'), ('ready', 'Translated by a machine'), ('failed', 'The translator did not answer')], default='waiting', max_length=10)),
                ('text', models.TextField(blank=True, default='')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('words', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='translations', to='families.weekwords')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('words', 'language'), name='one_translation_of_words_a_language')],
            },
        ),
        migrations.CreateModel(
            name='AfterWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('tap', models.CharField(max_length=40)),
                ('text', models.TextField(blank=True, default='', max_length=2000)),
                ('language', models.CharField(max_length=10)),
                ('transcript', models.TextField(blank=True, default='', max_length=4000)),
                ('taken_back_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('exhibition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='after_words', to='exhibitions.exhibition')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('transcribed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('voice', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='uploads.upload')),
            ],
            options={
                'indexes': [models.Index(fields=['exhibition', 'taken_back_at'], name='families_af_exhibit_63cf63_idx')],
                'constraints': [models.UniqueConstraint(fields=('school', 'by', 'tap'), name='one_after_word_a_tap'), models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), ('voice__isnull', False), ('taken_back_at__isnull', False), _connector='OR'), name='after_word_says_something')],
            },
        ),
        migrations.CreateModel(
            name='FamilyChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('translates', models.BooleanField(default=False)),
                ('letter_weekday', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('letters_on', models.DateField(blank=True, null=True)),
                ('school', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='family_choice', to='schools.school')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('letter_weekday__isnull', True), ('letter_weekday__lte', 6), _connector='OR'), name='family_letter_leaves_on_a_weekday')],
            },
        ),
        migrations.CreateModel(
            name='FamilyOffer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('tap', models.CharField(max_length=40)),
                ('kind', models.CharField(choices=[('place', 'A workplace where a student could learn'), ('contact', 'Somebody I know who might help'), ('skill', 'Something I can show or teach'), ('volunteer', 'A hand at school: a trip, an exhibition, an event'), ('board', 'A seat on the school’s advisory board')], max_length=10)),
                ('what', models.TextField(max_length=1000)),
                ('organisation', models.CharField(blank=True, default='', max_length=200)),
                ('phone', models.CharField(blank=True, default='', max_length=40)),
                ('language', models.CharField(max_length=10)),
                ('state', models.CharField(choices=[('open', 'The school has not answered yet'), ('accepted', 'The school said yes'), ('declined', 'Not now'), ('taken_back', 'Taken back')], default='open', max_length=10)),
                ('answer', models.TextField(blank=True, default='', max_length=1000)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='family_offers', to='schools.person')),
                ('lead', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='outreach.offer')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'created_at'], name='families_fa_school__52c59a_idx')],
                'constraints': [models.UniqueConstraint(fields=('school', 'by', 'tap'), name='one_family_offer_a_tap')],
            },
        ),
        migrations.CreateModel(
            name='MeetingWish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('tap', models.CharField(max_length=40)),
                ('times', models.JSONField(default=list)),
                ('about', models.CharField(blank=True, default='', max_length=500)),
                ('interpreter', models.CharField(blank=True, default='', max_length=10)),
                ('state', models.CharField(choices=[('open', 'Waiting for the advisor'), ('booked', 'Booked'), ('answered', 'Answered')], default='open', max_length=10)),
                ('answer', models.TextField(blank=True, default='', max_length=1000)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('meeting', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='meetings.meeting')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meeting_wishes', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state', 'created_at'], name='families_me_school__9cd768_idx')],
                'constraints': [models.UniqueConstraint(fields=('school', 'by', 'tap'), name='one_meeting_wish_a_tap')],
            },
        ),
    ]
