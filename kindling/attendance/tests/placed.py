"""Internships for tests: Jordan at the clinic with Sam, Tuesdays and Thursdays, 9:00 to 14:00."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.db import connection
from django.test.utils import CaptureQueriesContext

from kindling.attendance.waiting import spoken_days
from kindling.people.models import Student
from kindling.placements.models import Placement, PlannedDay, Pursuit
from kindling.placements.rules import CONFIRM_DAYS
from kindling.schedule.models import Closure
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Seat

TUESDAY = date(2026, 10, 13)  # the day on which every test runs


def make_placement(
    student: Student, place: Opportunity, mentor: Person, *, starts_on=date(2026, 9, 1),
    weekdays=(1, 3), starts_at=time(9), ends_at=time(14), **facts,
) -> Placement:  # fmt: skip
    """An internship of its own seat, so that any number fits."""
    school = student.school
    number = place.seats.count() + 1
    seat = Seat.objects.create(school=school, opportunity=place, number=number)
    pursuit = Pursuit.objects.create(
        school=school, student=student, opportunity=place, seat=seat, why="Animals.",
        state="landed",
    )  # fmt: skip
    placement = Placement.objects.create(
        school=school, pursuit=pursuit, student=student, opportunity=place, site=place.site,
        mentor=mentor, starts_on=starts_on, **facts,
    )  # fmt: skip
    for weekday in weekdays:
        PlannedDay.objects.create(
            school=school, placement=placement, weekday=weekday, starts_at=starts_at,
            ends_at=ends_at, since_on=starts_on,
        )  # fmt: skip
    return placement


def close(school, first: date, last: date | None = None, label: str = "Snow day") -> Closure:
    return Closure.objects.create(
        school=school, label=label, starts_on=first, ends_on=last or first
    )


def with_pass(mentor: Person, *placements: Placement) -> Viewer:
    """The mentor, holding a link that names these internships."""
    named = frozenset(placement.public_id for placement in placements)
    return Viewer(mentor, mentor.school, frozenset(), purpose=CONFIRM_DAYS, subjects=named)


def spoken_on(placement: Placement, day: date = TUESDAY):
    """What was said about one day so far."""
    placements = Placement.objects.filter(pk=placement.pk)
    return spoken_days(placement.school, placements, day, day)[0]


def at(text: str) -> datetime:
    """Such as "2026-10-13 14:05", by the clock on Harbor View's wall."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("America/New_York")).astimezone(UTC)


class Statements(CaptureQueriesContext):
    """Counts statements; those that only open and close a transaction are left out."""

    def __init__(self) -> None:
        super().__init__(connection)

    @property
    def count(self) -> int:
        skipped = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "ROLLBACK")
        return len([q for q in self.captured_queries if not q["sql"].startswith(skipped)])
