import django.db.models.deletion
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('schools', '0001_initial'),
        ('sites', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Introduction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('why', models.TextField(max_length=1000)),
                ('asked_on', models.DateField()),
                ('until_on', models.DateField()),
                ('is_live', models.BooleanField(default=True)),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('taken_on', models.DateField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='taken_over', to='sites.site')),
            ],
        ),
        migrations.CreateModel(
            name='IntroductionAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_yes', models.BooleanField()),
                ('words', models.TextField(blank=True, default='', max_length=1000)),
                ('on', models.DateField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('introduction', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='answer', to='outreach.introduction')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SharedSite',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_shared', models.BooleanField(default=True)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='sharing', to='sites.site')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'is_shared'], name='outreach_sh_school__622081_idx')],
            },
        ),
        migrations.AddField(
            model_name='introduction',
            name='shared',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='introductions', to='outreach.sharedsite'),
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('on', models.DateField()),
                ('how', models.CharField(choices=[('call', 'Call'), ('visit', 'Visit'), ('mail', 'Letter or e-mail'), ('met', 'Met somewhere')], max_length=10)),
                ('said', models.TextField(blank=True, default='', max_length=4000)),
                ('next_step', models.CharField(blank=True, default='', max_length=300)),
                ('next_on', models.DateField(blank=True, null=True)),
                ('state', models.CharField(choices=[('said', 'Nothing to do'), ('open', 'To do'), ('done', 'Done')], default='said', max_length=10)),
                ('reminded_on', models.DateField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('mentor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='sites.organisation')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='sites.site')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', '-on'], name='outreach_co_organis_3f176b_idx'), models.Index(fields=['site', '-on'], name='outreach_co_site_id_c98ab1_idx'), models.Index(fields=['school', 'state', 'next_on'], name='outreach_co_school__56b5c6_idx')],
            },
        ),
        migrations.CreateModel(
            name='Offer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sent_key', models.CharField(max_length=14)),
                ('kind', models.CharField(choices=[('place', 'A place for an intern'), ('shadow', 'A day of watching me work'), ('interview', 'A talk with one student about my work'), ('talk', 'A talk in class')], max_length=10)),
                ('organisation', models.CharField(max_length=200)),
                ('what', models.TextField(blank=True, default='', max_length=2000)),
                ('address', models.CharField(blank=True, default='', max_length=300)),
                ('name', models.CharField(blank=True, default='', max_length=200)),
                ('email', models.EmailField(blank=True, default='', max_length=254)),
                ('phone', models.CharField(blank=True, default='', max_length=40)),
                ('language', models.CharField(default='en', max_length=10)),
                ('state', models.CharField(choices=[('waiting', 'Waiting for the coordinator'), ('accepted', 'Accepted'), ('merged', 'We know them already'), ('declined', 'Not now')], default='waiting', max_length=10)),
                ('answer', models.TextField(blank=True, default='', max_length=1000)),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('is_forgotten', models.BooleanField(default=False)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='offers', to='sites.site')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'state'], name='outreach_of_school__03cc9c_idx')],
                'constraints': [models.UniqueConstraint(fields=('school', 'sent_key'), name='one_offer_per_page')],
            },
        ),
        migrations.CreateModel(
            name='OfferForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('key', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('is_open', models.BooleanField(default=False)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_offer_form')],
            },
        ),
        migrations.CreateModel(
            name='OutreachChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('cold_months', models.PositiveSmallIntegerField(default=6)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school',), name='one_outreach_choice')],
            },
        ),
        migrations.AddIndex(
            model_name='introduction',
            index=models.Index(fields=['school', 'asked_on'], name='outreach_in_school__bf601f_idx'),
        ),
        migrations.AddConstraint(
            model_name='introduction',
            constraint=models.UniqueConstraint(condition=models.Q(('is_live', True)), fields=('school', 'shared'), name='one_live_introduction'),
        ),
    ]
