"""A letter with a link leaves only while the link is good for whoever gets it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.notices.models import Notice
from kindling.passes.models import Pass
from kindling.people.matters import Matter
from kindling.people.rules import guardian_ties
from kindling.people.telling import EVEN_SO, why_untold


def still_opens(notice: Notice) -> str:
    """Ended by the school, or its bearer may have no word of the student now."""
    if not notice.link_id:
        return ""
    held = Pass.objects.filter(public_id=notice.link_id).select_related("about__school").first()
    if held is None:
        return ""
    if held.newest().revoked_at is not None:
        return _("The school ended the link in it.")
    if notice.kind.startswith(EVEN_SO):
        return ""
    return _suspended(notice) or (why_untold(notice.person, [held.about]) if held.about else "")


def _suspended(notice: Notice) -> str:
    """A suspended mentor gets no letter with a link; as family of a child they do."""
    person, today = notice.person, notice.school.today()
    if person.suspended_at is None:
        return ""
    if guardian_ties(Matter.TOLD, today).filter(adult=person).exists():
        return ""
    return _("They work with no students for now. No letter leaves.")
