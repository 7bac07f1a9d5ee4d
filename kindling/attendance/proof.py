"""Whether the code a student typed was the one at the site when they tapped."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.core.cache import cache
from django.utils.translation import gettext as _

from kindling.attendance.how import How
from kindling.attendance.models import Day, Method
from kindling.kit.limits import allow
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer
from kindling.sites import codes
from kindling.sites.models import SiteCode

TRIES, SECONDS = 10, 15 * 60


def what_is_wrong(placement: Placement, typed: str, said_at: datetime, *, by: Viewer) -> str:
    """Return "" for the right code, else a sentence that says how to go on. Wrong ones count.

    `said_at` is the true time of the tap, so a code that waited on the phone is still right.
    """
    code = SiteCode.objects.filter(site=placement.site_id).first()
    if code is None:
        return _("No code is used at %(site)s. Check in without one.") % {
            "site": placement.site.name
        }
    who = f"{by.school.pk}.{by.person_id}"
    if cache.get(f"site-code-shut:{who}"):  # whoever guesses learns nothing from the right one
        return _("The code was wrong too often. Check in without it.")
    if codes.holds(code.secret, typed, said_at):
        return ""
    if not allow("site-code", who, limit=TRIES - 1, seconds=SECONDS):
        cache.set(f"site-code-shut:{who}", True, SECONDS)
    return _("This is not the code at %(site)s now. Look again, or check in without it.") % {
        "site": placement.site.name
    }


def seen_at_site(how: How, placement: Placement, typed: str, *, by: Viewer) -> How:
    """Return how something was said, proved by the code where it is right. Never refuses.

    For taps that nobody waits for: what a phone kept, or a text message.
    """
    if not typed or what_is_wrong(placement, typed, how.said_at(by.school.now()), by=by):
        return how
    return replace(how, method=Method.SITE_CODE, at_site=Day.AtSite.YES)


def without_code() -> str:
    """What a student hears whose tap was taken and whose code was not."""
    return _("The code was not right, so it counts without one.")


BY_CODE = How(method=Method.SITE_CODE, at_site=Day.AtSite.YES)
