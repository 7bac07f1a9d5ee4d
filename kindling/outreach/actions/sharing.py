"""A school lets the others of its network see a site, and stops."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.outreach import rules
from kindling.outreach.models import IntroductionAnswer, SharedSite
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site


@transaction.atomic
def share_site(site: Site, *, by: Viewer) -> SharedSite:
    """Show its name, town and what is open there to the network. Twice is once."""
    require(rules.may_share(by) and site.school_id == by.school.pk)
    if site.is_quiet_on(by.school.today()):
        raise Refused(_("Nobody gets in touch with this site now, so it cannot be shared."))
    shared, made = SharedSite.objects.get_or_create(site=site, defaults={"school": by.school})
    again = SharedSite.objects.filter(pk=shared.pk, is_shared=False).update(is_shared=True)
    shared.is_shared = True
    if made or again:
        record("sharedsite.start", shared, by=by)
    return shared


@transaction.atomic
def stop_sharing_site(shared: SharedSite, *, by: Viewer) -> None:
    """Other schools see it no more; a yes that was not used is void. What was taken over stays."""
    require(rules.may_share(by) and shared.school_id == by.school.pk)
    if SharedSite.objects.filter(pk=shared.pk, is_shared=True).update(is_shared=False):
        shared.is_shared = False
        # Shared again one day, an old yes must not hold: the other school's question is open again.
        ours = IntroductionAnswer.objects.filter(school=by.school, introduction__shared=shared)
        ours.filter(is_yes=True, introduction__taken_on__isnull=True).delete()
        record("sharedsite.stop", shared, by=by)
