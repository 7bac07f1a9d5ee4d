"""Permissions run out by themselves, after a warning. Missed runs are caught up, none doubles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction

from kindling.chores.clockwork import every
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.placements import rules
from kindling.placements.actions.hands import lend_hands
from kindling.placements.actions.queueing import pass_on_offer
from kindling.placements.actions.seats import offer_seats, open_seat
from kindling.placements.actions.telling import tell_student_and_advisors
from kindling.placements.models import Pursuit
from kindling.schools.inside import inside
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity

WARN_BEFORE = timedelta(days=3)


@every(minutes=10)
def mind_permissions() -> None:
    """Warn of what runs out soon and let lapse what has run out, by each school's own day."""
    for school in _schools_with_permissions():
        with inside(school):
            clock = Viewer.system(school)
            lapse_pursuits(by=clock)
            warn_pursuits(by=clock)
            mind_queues(by=clock)
            lend_hands(by=clock)


def _schools_with_permissions() -> Iterator[School]:
    moving = [Pursuit.State.APPROVED, *Pursuit.IN_LINE]
    pursuits = Pursuit.objects.filter(state__in=moving)
    yield from School.objects.filter(pk__in=pursuits.values("school"))


def lapse_pursuits(*, by: Viewer) -> int:
    """End every permission whose last day is over. Returns how many. Each one by itself."""
    over = Pursuit.objects.filter(
        school=by.school, state=Pursuit.State.APPROVED, until_on__lt=by.school.today()
    )
    count = 0
    for pursuit in over.select_related("student__person", "opportunity__site", "seat"):
        try:
            lapse_pursuit(pursuit, by=by)
        except Refused:  # somebody extended or started it just now
            continue
        count += 1
    return count


@transaction.atomic
def lapse_pursuit(pursuit: Pursuit, *, by: Viewer) -> None:
    """The permission has run out: the seat opens, and those who walked the way are told."""
    require(rules.may_lapse(by, pursuit))
    take_step(pursuit, "lapse", by=by)
    tell_student_and_advisors(pursuit, "lapsed", by=by)
    open_seat(pursuit, by=by)


def mind_queues(*, by: Viewer) -> int:
    """Pass on offers nobody took in time, and offer every seat that is free. Returns both counts.

    Seats also open above and below us: a place is opened again, or gets one more.
    """
    over = Pursuit.objects.filter(
        school=by.school, state=Pursuit.State.OFFERED, until_on__lt=by.school.today()
    )
    count = 0
    for pursuit in over.select_related("student__person", "opportunity__site", "seat"):
        try:
            pass_on_offer(pursuit, by=by)
        except Refused:  # the student said yes just now
            continue
        count += 1
    wanted = Pursuit.objects.filter(school=by.school, state=Pursuit.State.QUEUED)
    places = Opportunity.objects.filter(
        pk__in=wanted.values("opportunity"), seats__is_offered=True, seats__is_taken=False
    )
    for place in places.select_related("site").distinct():
        with transaction.atomic():
            count += offer_seats(place, by=by)
    return count


def warn_pursuits(*, by: Viewer) -> int:
    """Warn once, three days before a permission runs out. Returns how many were warned."""
    today = by.school.today()
    soon = Pursuit.objects.filter(
        school=by.school,
        state=Pursuit.State.APPROVED,
        warned_on__isnull=True,
        until_on__range=(today, today + WARN_BEFORE),
    )
    related = ("student__person", "opportunity__site")
    return sum(warn_pursuit(pursuit, by=by) for pursuit in soon.select_related(*related))


@transaction.atomic
def warn_pursuit(pursuit: Pursuit, *, by: Viewer) -> bool:
    """Tell the student and the advisors once; says whether this call was the one."""
    require(rules.may_lapse(by, pursuit))
    today = by.school.today()
    mine = Pursuit.objects.filter(
        pk=pursuit.pk, state=Pursuit.State.APPROVED, warned_on__isnull=True
    )
    if not mine.update(warned_on=today):
        return False
    record("pursuit.warn", pursuit, by=by)
    tell_student_and_advisors(pursuit, "runs_out", by=by, until_on=pursuit.until_on)
    return True
