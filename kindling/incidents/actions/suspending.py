"""Because of an incident a mentor guides nobody at the school, until somebody lifts it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.incidents import rules
from kindling.incidents.actions.raising import say
from kindling.incidents.models import Incident, Suspension, Word
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.placements.actions import hold_mentor, release_mentor
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def suspend_mentor(incident: Incident, text: str, *, by: Viewer) -> None:
    """Let the mentor guide nobody at any place of the school. Why is written here and nowhere else.

    Their link confirms no day; the letter to them says that the school will call. Who learns with
    them goes on until the coordinators have decided.
    """
    require(rules.may_decide(by, incident))
    if not incident.is_open:
        raise Refused(_("It is closed. Open it again first."))
    if incident.placement is None:
        raise Refused(_("No internship is named here, so there is no mentor to suspend."))
    mentor = _locked(incident.placement.mentor_id)
    if rules.suspension_of(incident) is not None:
        raise Refused(_("The mentor is suspended already."))
    since = by.school.now()
    facts = {"incident": incident, "mentor": mentor, "by": by.person, "since_at": since}
    Suspension.objects.create(school=by.school, **facts)
    hold_mentor(mentor, by=by)
    record("incident.suspend", incident, by=by)
    told = {"name": mentor.name, "reason": text.strip()[:3800]}
    said = _("%(name)s is suspended as a mentor: %(reason)s") % told
    say(incident, Word.Kind.ACTION, said, by=by)
    notify(mentor, "incidents/private_suspended", {}, by=by)


@transaction.atomic
def lift_suspension(incident: Incident, *, by: Viewer) -> None:
    """Let the mentor guide students again, unless another incident suspends them."""
    require(rules.may_decide(by, incident))
    if not end_suspension(incident, by=by):
        raise Refused(_("The mentor is not suspended."))


def end_suspension(incident: Incident, *, by: Viewer) -> bool:
    """End it without asking whether one may: for actions that have. Say whether there was one."""
    held = rules.suspension_of(incident)
    if held is None:
        return False
    mentor = _locked(held.mentor_id)
    rows = Suspension.objects.filter(mentor=mentor, until_at__isnull=True)
    rows.filter(incident=incident).update(until_at=by.school.now())
    if not rows.exists():
        release_mentor(mentor, by=by)
    record("incident.lift", incident, by=by)
    said = _("The suspension of %(name)s is lifted.") % {"name": mentor.name}
    say(incident, Word.Kind.ACTION, said, by=by)
    return True


def _locked(mentor: int) -> Person:
    """Two incidents about one mentor take turns."""
    return Person.objects.select_for_update().get(pk=mentor)
