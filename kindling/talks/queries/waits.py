"""What waits: for an advisor the talks that are due, for a student the next one to prepare."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.kit.waits import HoldsUp, Wait
from kindling.people.models import Student
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.talks import rules
from kindling.talks.models import Talk
from kindling.talks.rules import advised_students

MOST = 50
SOON = timedelta(days=2)


def waits(viewer: Viewer) -> list[Wait]:
    """Talks that are due, longest first. At most two statements."""
    found: list[Wait] = []
    if viewer.is_a(Role.ADVISOR):
        found += _due_talks(viewer)
    if viewer.is_a(Role.STUDENT):
        found += _to_prepare(viewer)
    return found[:MOST]


def _due_talks(viewer: Viewer) -> list[Wait]:
    today = viewer.school.today()
    due = Q(last_talk__isnull=True) | Q(last_talk__due_on__lte=today)
    rows = rules.talkable_students(viewer).filter(due, pk__in=advised_students(viewer))
    rows = rows.order_by("due_on", "person__sort_name", "pk")[:MOST]
    return [_due(viewer, one, one.due_on or one.enrolled_on) for one in rows]


def _due(viewer: Viewer, student: Student, since: datetime | object) -> Wait:
    at = datetime.combine(since, time(8), viewer.school.zone)  # type: ignore[arg-type]
    return Wait(
        key=f"talk.due:{student.public_id}",
        say=_("Talk with %(name)s") % {"name": student.first},
        url=url("talks:with", student.public_id),
        holds_up=HoldsUp.STUDENT,
        since=at,
        who=student.name,
        icon="messages-square",
    )


def _to_prepare(viewer: Viewer) -> list[Wait]:
    soon = viewer.school.today() + SOON
    mine = rules.visible_talks(viewer).filter(
        student__person=viewer.person_id, state=Talk.State.DUE, wants="", due_on__lte=soon
    )
    return [
        Wait(
            key=f"talk.prepare:{talk.public_id}",
            say=_("Say what you want to talk about"),
            url=talk.get_absolute_url(),
            holds_up=HoldsUp.NOBODY,
            since=datetime.combine(talk.due_on, time(8), viewer.school.zone),
            icon="messages-square",
        )
        for talk in mine[:1]
    ]
