"""What waits about internship days: to be settled, to be confirmed, to be ended."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kindling.attendance.models import Day
from kindling.attendance.rules import visible_days
from kindling.kit.waits import MOST, HoldsUp, Wait, since_day
from kindling.people.rules import students_in_hand
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

BACK = timedelta(days=60)  # what nobody settled in two months is found in the list of days
WEEK = timedelta(days=7)


def waits(viewer: Viewer) -> list[Wait]:
    """Staff settle days and ask mentors again; a student says when they left. One statement."""
    if viewer.is_a(Role.ADVISOR, Role.COORDINATOR):
        return _for_staff(viewer)
    return _for_student(viewer) if viewer.is_a(Role.STUDENT) else []


@ready
def _unsettled(viewer: Viewer) -> QuerySet[Day]:
    today = viewer.school.today()
    differ = Q(standing=Day.Standing.DISPUTED, on__lt=today)
    unheard = Q(standing=Day.Standing.WAITING, on__lte=today - WEEK)
    days = visible_days(viewer).filter(differ | unheard, on__gte=today - BACK, on__lte=today)
    days = days.filter(student__in=students_in_hand(viewer).values("pk"))
    days = days.select_related("student__person", "placement__mentor")
    return days.order_by("on", "pk")[: MOST * 4]


def _for_staff(viewer: Viewer) -> list[Wait]:
    found: dict[str, Wait] = {}
    for day in _unsettled(viewer):
        wait = _to_settle(day) if day.standing == Day.Standing.DISPUTED else _to_confirm(day)
        found.setdefault(wait.key, wait)  # of an internship's unheard days the oldest stands here
    return list(found.values())[:MOST]


def _to_settle(day: Day) -> Wait:
    facts = {"name": day.student.first}
    return Wait(
        key=f"day.settle:{day.public_id}", icon="scale", url=day.get_absolute_url(),
        say=_("Settle a day: %(name)s and the mentor say different times.") % facts,
        holds_up=HoldsUp.STUDENT, who=day.student.name, since=since_day(day.on, day.school.zone),
    )  # fmt: skip


def _to_confirm(day: Day) -> Wait:
    facts = {"name": day.student.first, "mentor": day.placement.mentor.name}
    return Wait(
        key=f"day.unheard:{day.placement_id}", icon="clock", url=day.get_absolute_url(),
        say=_("Ask %(mentor)s about the days of %(name)s that nobody has confirmed.") % facts,
        holds_up=HoldsUp.STAFF, who=day.student.name, since=since_day(day.on, day.school.zone),
    )  # fmt: skip


def _for_student(viewer: Viewer) -> list[Wait]:
    today = viewer.school.today()
    days = visible_days(viewer).filter(
        student__person=viewer.person_id, state=Day.State.CHECKED_IN, on__lt=today,
        on__gte=today - BACK,
    )  # fmt: skip
    return [
        Wait(
            key=f"day.end:{day.public_id}", icon="log-out", url=day.get_absolute_url(),
            say=_("Say when you left your internship."), holds_up=HoldsUp.NOBODY,
            since=since_day(day.on, viewer.school.zone),
        )
        for day in days.order_by("on", "pk")[:MOST]
    ]  # fmt: skip
