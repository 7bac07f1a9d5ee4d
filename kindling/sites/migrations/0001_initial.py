import datetime
import django.db.models.deletion
import kindling.kit.ids
import kindling.kit.tokens
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
        ('search', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Opportunity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(max_length=200)),
                ('what', models.TextField(blank=True, default='', max_length=4000)),
                ('days', models.CharField(default='1,3', max_length=20)),
                ('starts_at', models.TimeField(blank=True, null=True)),
                ('ends_at', models.TimeField(blank=True, null=True)),
                ('capacity', models.PositiveSmallIntegerField(default=1)),
                ('min_age', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('bring', models.CharField(blank=True, default='', max_length=500)),
                ('wear', models.CharField(blank=True, default='', max_length=300)),
                ('state', models.CharField(choices=[('open', 'Open'), ('paused', 'Paused'), ('closed', 'Closed')], default='open', max_length=10)),
                ('ask_again_on', models.DateField(blank=True, null=True)),
                ('reminded_on', models.DateField(blank=True, null=True)),
                ('words', models.TextField(default='', editable=False)),
                ('passage', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='opportunities', to='search.passage')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=200)),
                ('website', models.URLField(blank=True, default='')),
                ('notes', models.TextField(blank=True, default='')),
                ('merged_into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sites.organisation')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'name'], name='sites_organ_school__8130d0_idx')],
            },
        ),
        migrations.CreateModel(
            name='PutAway',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sites.opportunity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('student', 'opportunity'), name='put_away_once')],
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('is_taken', models.BooleanField(default=False)),
                ('is_offered', models.BooleanField(default=True)),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='sites.opportunity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('opportunity', 'number'), name='one_seat_per_number'), models.CheckConstraint(condition=models.Q(('is_offered', True), ('is_taken', False), _connector='OR'), name='a_taken_seat_is_offered')],
            },
        ),
        migrations.CreateModel(
            name='Site',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=200)),
                ('address', models.CharField(blank=True, default='', max_length=300)),
                ('city', models.CharField(blank=True, default='', max_length=100)),
                ('postal_code', models.CharField(blank=True, default='', max_length=20)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('near_metres', models.PositiveSmallIntegerField(default=150)),
                ('phone', models.CharField(blank=True, default='', max_length=40)),
                ('languages', models.CharField(blank=True, default='', max_length=200)),
                ('access', models.CharField(blank=True, default='', max_length=300)),
                ('entrance', models.CharField(blank=True, default='', max_length=300)),
                ('hospital', models.CharField(blank=True, default='', max_length=300)),
                ('rests_until', models.DateField(blank=True, null=True)),
                ('shut_until', models.DateField(blank=True, null=True)),
                ('merged_into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sites.site')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sites', to='sites.organisation')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'name'], name='sites_site_school__8c63aa_idx')],
            },
        ),
        migrations.CreateModel(
            name='Quiet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('rest', 'Rests'), ('no_contact', 'Do not contact')], max_length=10)),
                ('reason', models.CharField(blank=True, default='', max_length=500)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(default=datetime.date(9999, 12, 31))),
                ('lifted_on', models.DateField(blank=True, null=True)),
                ('lift_reason', models.CharField(blank=True, default='', max_length=500)),
                ('reminded_on', models.DateField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('lifted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='quiets', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='quiets', to='sites.site')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'until_on'], name='sites_quiet_school__2c39db_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('person__isnull', False), ('site__isnull', True)), models.Q(('person__isnull', True), ('site__isnull', False)), _connector='OR'), name='quiet_is_about_one'), models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('since_on'))), name='quiet_ends_after_it_starts')],
            },
        ),
        migrations.AddField(
            model_name='opportunity',
            name='site',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opportunities', to='sites.site'),
        ),
        migrations.CreateModel(
            name='SiteClosure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('label', models.CharField(max_length=120)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='closures', to='sites.site')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'starts_on'], name='sites_sitec_school__fc3546_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='site_closure_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='SiteCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('secret', models.CharField(default=kindling.kit.tokens.new_token, editable=False, max_length=64)),
                ('renewed_at', models.DateTimeField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='code', to='sites.site')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SiteMentor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('title', models.CharField(blank=True, default='', max_length=120)),
                ('is_lead', models.BooleanField(default=False)),
                ('since_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentor_sites', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentors', to='sites.site')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('site', 'person'), name='one_open_mentor_row'), models.UniqueConstraint(condition=models.Q(('is_lead', True), ('until_on__isnull', True)), fields=('site',), name='one_lead_mentor_per_site')],
            },
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=200)),
                ('what', models.TextField(blank=True, default='', max_length=2000)),
                ('address', models.CharField(blank=True, default='', max_length=300)),
                ('contact', models.CharField(blank=True, default='', max_length=300)),
                ('area', models.CharField(blank=True, choices=[('food', 'Food and hospitality'), ('health', 'Health and care'), ('sport', 'Body and sport'), ('mind', 'Mind and people'), ('children', 'Teaching and childhood'), ('land', 'Land, animals and environment'), ('sea', 'Sea and travel'), ('building', 'Building and design'), ('machines', 'Machines and vehicles'), ('science', 'Science and lab'), ('digital', 'Digital and code'), ('media', 'Media and sound'), ('arts', 'Visual arts and fashion'), ('stage', 'Performing arts'), ('words', 'Words and languages'), ('business', 'Business and money'), ('law', 'Law and safety'), ('civic', 'Civic and community'), ('beauty', 'Beauty and personal care'), ('other', 'Something else')], default='', max_length=20)),
                ('state', models.CharField(choices=[('waiting', 'Waiting for the coordinator'), ('accepted', 'Added'), ('merged', 'We know this place already'), ('declined', 'Not now')], default='waiting', max_length=10)),
                ('reason', models.TextField(blank=True, default='', max_length=1000)),
                ('by_person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suggestions', to='schools.person')),
                ('opportunity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='sites.opportunity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='people.student')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Wish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='sites.opportunity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wishes', to='people.student')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('student', 'opportunity'), name='one_wish_per_place')],
            },
        ),
        migrations.CreateModel(
            name='Apart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('organisation', 'Organisation'), ('site', 'Site'), ('mentor', 'Mentor')], max_length=12)),
                ('one_id', models.CharField(max_length=14)),
                ('other_id', models.CharField(max_length=14)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('one_id', 'other_id'), name='apart_once')],
            },
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('organisation', 'Organisation'), ('site', 'Site'), ('mentor', 'Mentor')], max_length=12)),
                ('kept_id', models.CharField(max_length=14)),
                ('gone_id', models.CharField(max_length=14)),
                ('kept_name', models.CharField(max_length=402)),
                ('gone_name', models.CharField(max_length=402)),
                ('moved', models.JSONField(default=dict)),
                ('changed', models.JSONField(default=list)),
                ('values', models.JSONField(default=dict)),
                ('at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
            ],
            options={
                'indexes': [models.Index(fields=['school', '-at'], name='sites_merge_school__cc9b75_idx'), models.Index(fields=['school', 'kept_id'], name='sites_merge_school__dbea6a_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('gone_id',), name='merged_once')],
            },
        ),
        migrations.CreateModel(
            name='Commute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('minutes', models.PositiveSmallIntegerField(null=True)),
                ('leave_at', models.TimeField(null=True)),
                ('arrive_at', models.TimeField(null=True)),
                ('home_minutes', models.PositiveSmallIntegerField(null=True)),
                ('home_leave_at', models.TimeField(null=True)),
                ('home_at', models.TimeField(null=True)),
                ('days', models.CharField(blank=True, default='', max_length=20)),
                ('made_of', models.CharField(default='', max_length=160)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('opportunity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='commute', to='sites.opportunity')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'minutes'], name='sites_commu_school__3de58f_idx')],
            },
        ),
        migrations.CreateModel(
            name='OpportunityArea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('area', models.CharField(choices=[('food', 'Food and hospitality'), ('health', 'Health and care'), ('sport', 'Body and sport'), ('mind', 'Mind and people'), ('children', 'Teaching and childhood'), ('land', 'Land, animals and environment'), ('sea', 'Sea and travel'), ('building', 'Building and design'), ('machines', 'Machines and vehicles'), ('science', 'Science and lab'), ('digital', 'Digital and code'), ('media', 'Media and sound'), ('arts', 'Visual arts and fashion'), ('stage', 'Performing arts'), ('words', 'Words and languages'), ('business', 'Business and money'), ('law', 'Law and safety'), ('civic', 'Civic and community'), ('beauty', 'Beauty and personal care'), ('other', 'Something else')], max_length=20)),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='areas', to='sites.opportunity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'area'], name='sites_oppor_school__3de26c_idx')],
                'constraints': [models.UniqueConstraint(fields=('opportunity', 'area'), name='one_row_per_area')],
            },
        ),
        migrations.AddIndex(
            model_name='opportunity',
            index=models.Index(fields=['school', 'state', 'title'], name='sites_oppor_school__aebf7f_idx'),
        ),
        migrations.AddConstraint(
            model_name='opportunity',
            constraint=models.CheckConstraint(condition=models.Q(('starts_at__isnull', True), ('ends_at__isnull', True), ('ends_at__gt', models.F('starts_at')), _connector='OR'), name='opportunity_ends_after_it_starts'),
        ),
    ]
