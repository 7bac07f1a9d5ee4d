import django.db.models.deletion
import kindling.clearance.items
import kindling.clearance.models
import kindling.kit.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('schools', '0001_initial'),
        ('sites', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Terms',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_paid', models.BooleanField(default=False)),
                ('opportunity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='sites.opportunity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ChosenPack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('pack', models.CharField(max_length=60)),
                ('since_on', models.DateField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'pack'), name='one_choice_per_pack')],
            },
        ),
        migrations.CreateModel(
            name='OwnRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('item', models.CharField(max_length=40)),
                ('label', models.CharField(blank=True, default='', max_length=120)),
                ('says', models.CharField(blank=True, default='', max_length=500)),
                ('on', models.CharField(default=kindling.clearance.items.On['PAIR'], max_length=10)),
                ('holder', models.CharField(default='coordinator', max_length=12)),
                ('stages', models.JSONField(default=list)),
                ('under', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('at_least', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('paid', models.BooleanField(blank=True, null=True)),
                ('months', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('blocks', models.BooleanField(default=True)),
                ('needs_file', models.BooleanField(default=False)),
                ('is_off', models.BooleanField(default=False)),
                ('reason', models.CharField(blank=True, default='', max_length=500)),
                ('weakens', models.JSONField(default=list)),
                ('changed_at', models.DateTimeField()),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('school', 'item'), name='one_own_rule_per_item')],
            },
        ),
        migrations.CreateModel(
            name='Proof',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=kindling.kit.ids.new_public_id, editable=False, max_length=14, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('item', models.CharField(max_length=40)),
                ('on', models.CharField(choices=[('student', 'student'), ('mentor', 'mentor'), ('site', 'site'), ('place', 'place'), ('pair', 'pair')], max_length=10)),
                ('stage', models.CharField(max_length=12)),
                ('state', models.CharField(choices=[('submitted', 'Handed in'), ('verified', 'Checked'), ('rejected', 'Sent back')], default='submitted', max_length=10)),
                ('answers', models.JSONField(default=dict)),
                ('file', models.FileField(blank=True, max_length=200, upload_to=kindling.clearance.models.path_of)),
                ('type', models.CharField(blank=True, default='', max_length=20)),
                ('until_on', models.DateField(blank=True, null=True)),
                ('handed_at', models.DateTimeField()),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, default='', max_length=500)),
                ('warned_on', models.DateField(blank=True, null=True)),
                ('told_on', models.DateField(blank=True, null=True)),
                ('raised_on', models.DateField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('handed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('mentor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.person')),
                ('opportunity', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sites.opportunity')),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schools.school')),
                ('site', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='sites.site')),
                ('student', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.student')),
            ],
            options={
                'indexes': [models.Index(fields=['school', 'on', 'student'], name='clearance_p_school__ff121b_idx'), models.Index(fields=['school', 'state', 'until_on'], name='clearance_p_school__f057fa_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('on', 'student'), ('opportunity__isnull', True), ('student__isnull', False)), models.Q(('mentor__isnull', False), ('on', 'mentor'), ('student__isnull', True)), models.Q(('on', 'site'), ('site__isnull', False), ('student__isnull', True)), models.Q(('on', 'place'), ('opportunity__isnull', False), ('student__isnull', True)), models.Q(('on', 'pair'), ('opportunity__isnull', False), ('student__isnull', False)), _connector='OR'), name='a_proof_hangs_on_what_it_says')],
            },
        ),
    ]
