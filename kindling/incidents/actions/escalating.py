"""What nobody has read in time goes to the principal, by the clock, and again every day."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.incidents import rules
from kindling.incidents.actions.telling import tell
from kindling.incidents.models import Incident
from kindling.kit.http import require
from kindling.schools.inside import inside
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

AGAIN = timedelta(hours=24)


@every(minutes=5)
def mind_worries() -> None:
    """Look at each school where something is unread. Missed runs are caught up once."""
    unread = Incident.objects.filter(read_at__isnull=True).exclude(state=Incident.State.CLOSED)
    for school in School.objects.filter(pk__in=unread.values("school")):
        with inside(school):
            escalate_worries(by=Viewer.system(school))


def escalate_worries(*, by: Viewer) -> int:
    """Escalate what is due at this school. Returns how many."""
    unread = Incident.objects.filter(
        school=by.school, read_at__isnull=True, due_at__lte=by.school.now()
    ).exclude(state=Incident.State.CLOSED)
    return sum(
        escalate_worry(incident, by=by) for incident in unread.select_related("adult", "student")
    )


@transaction.atomic
def escalate_worry(incident: Incident, *, by: Viewer) -> bool:
    """Tell the principal, and the adult once more; says whether this call was the one.

    Where the principal is the one who does not read, an administrator is asked to nudge them:
    without a link, for it stays the principal's to read.
    """
    require(rules.may_escalate(by))
    now = by.school.now()
    mine = Incident.objects.filter(pk=incident.pk, read_at__isnull=True, due_at=incident.due_at)
    if not mine.update(escalated_at=now, due_at=now + AGAIN):
        return False
    record("incident.escalate", incident, by=by)
    others = list(rules.principals_for(by, incident.student).exclude(pk=incident.adult_id))
    tell([incident.adult, *others], "waits", by=by, urgent=True)
    if not others:
        helpers = rules.people_with(by, Role.ADMINISTRATOR).exclude(pk=incident.adult_id)
        tell(helpers, "nudge", by=by, urgent=True, who=incident.adult.name)
    return True
