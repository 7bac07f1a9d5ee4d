import django.db.models.deletion
import kindling.kit.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('accounts', '__first__'),
        ('schools', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Outage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('channel', models.CharField(choices=[('push', 'Notification'), ('email', 'E-mail'), ('sms', 'Text message')], max_length=10, unique=True)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('paused_until', models.DateTimeField(null=True)),
                ('answer', models.CharField(blank=True, default='', max_length=500)),
            ],
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(max_length=60)),
                ('group', models.CharField(choices=[('safety', 'Safety'), ('daily', 'Every day'), ('other', 'Everything else')], default='other', max_length=10)),
                ('is_urgent', models.BooleanField(default=False)),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('channel', models.CharField(choices=[('push', 'Notification'), ('email', 'E-mail'), ('sms', 'Text message')], max_length=10)),
                ('address', models.CharField(blank=True, default='', max_length=254)),
                ('ways', models.JSONField(default=list)),
                ('language', models.CharField(max_length=10)),
                ('subject', models.CharField(max_length=300)),
                ('body', models.TextField()),
                ('short', models.TextField(blank=True, default='')),
                ('link_id', models.CharField(blank=True, default='', max_length=14)),
                ('url', models.CharField(blank=True, default='', max_length=500)),
                ('reply_id', models.CharField(blank=True, default='', max_length=14)),
                ('code', models.CharField(blank=True, default='', max_length=12)),
                ('calendar', models.TextField(blank=True, default='')),
                ('state', models.CharField(choices=[('queued', 'Waiting to be sent'), ('held', 'Waits for a better time'), ('bundled', 'Goes together with another'), ('sending', 'Being sent'), ('sent', 'Sent'), ('failed', 'Could not be sent'), ('dropped', 'Too late, not sent'), ('kept', 'Kept here, not sent')], default='queued', max_length=10)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('next_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('error', models.CharField(blank=True, default='', max_length=500)),
                ('carrier', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='riders', to='notices.notice')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['state', 'next_at'], name='notices_not_state_ac3885_idx'), models.Index(fields=['school', '-created_at'], name='notices_not_school__4acd98_idx'), models.Index(fields=['school', 'state', '-created_at'], name='notices_not_school__77b41e_idx')],
            },
        ),
        migrations.CreateModel(
            name='PushDevice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('endpoint', models.CharField(max_length=500, unique=True)),
                ('p256dh', models.CharField(max_length=120)),
                ('auth', models.CharField(max_length=60)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('worked_at', models.DateTimeField(null=True)),
                ('gone_at', models.DateTimeField(null=True)),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='push_devices', to='accounts.session')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='push_devices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['user'], name='notices_pus_user_id_0f3a0b_idx')],
            },
        ),
        migrations.CreateModel(
            name='Reach',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('safety', models.CharField(blank=True, choices=[('push', 'Notification'), ('email', 'E-mail'), ('sms', 'Text message')], default='', max_length=10)),
                ('daily', models.CharField(blank=True, choices=[('push', 'Notification'), ('email', 'E-mail'), ('sms', 'Text message')], default='', max_length=10)),
                ('other', models.CharField(blank=True, choices=[('push', 'Notification'), ('email', 'E-mail'), ('sms', 'Text message')], default='', max_length=10)),
                ('quiet_from', models.TimeField(blank=True, null=True)),
                ('quiet_until', models.TimeField(blank=True, null=True)),
                ('texts_stopped_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reach', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Try',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('at', models.DateTimeField()),
                ('channel', models.CharField(choices=[('push', 'Notification'), ('email', 'E-mail'), ('sms', 'Text message')], max_length=10)),
                ('address', models.CharField(blank=True, default='', max_length=254)),
                ('ended', models.CharField(choices=[('sent', 'Taken'), ('later', 'Not now'), ('never', 'Refused')], max_length=6)),
                ('answer', models.CharField(blank=True, default='', max_length=500)),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='log', to='notices.notice')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'indexes': [models.Index(fields=['notice', 'at'], name='notices_try_notice__d5e091_idx')],
            },
        ),
        migrations.CreateModel(
            name='AskCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('contact_hash', models.CharField(max_length=64)),
                ('month_on', models.DateField()),
                ('asks', models.PositiveSmallIntegerField(default=0)),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.network')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('network', 'contact_hash', 'month_on'), name='one_ask_count_per_month')],
            },
        ),
    ]
