"""Days on which the mentor's word is still missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from kindling.attendance.expected import Expected, minutes_between, moment_of
from kindling.attendance.models import Day
from kindling.attendance.timetable import Timetable, timetable_of
from kindling.placements.models import Placement
from kindling.schools.models import School
from kindling.schools.ready import ready

# Nobody but the student has spoken.
UNHEARD = (Day.State.EXPECTED, Day.State.CHECKED_IN, Day.State.CHECKED_OUT)


@dataclass(frozen=True)
class Spoken:
    """One day of one internship, with or without a word about it so far."""

    placement: Placement
    expected: Expected
    term_id: int | None
    day: Day | None = None

    @property
    def key(self) -> str:
        """What a form sends back for this day."""
        return f"{self.placement.public_id}.{self.on.isoformat()}"

    @property
    def on(self) -> date:
        return self.expected.on

    @property
    def starts(self) -> datetime:
        """The student's word, or else the plan."""
        said = self.day.student_in_at if self.day else None
        return said or self._moment(self.expected.starts_at)

    @property
    def ends(self) -> datetime:
        """The student's word, or else the plan; never before the start."""
        said = self.day.student_out_at if self.day else None
        return max(said or self._moment(self.expected.ends_at), self.starts)

    @property
    def minutes(self) -> int:
        return minutes_between(self.starts, self.ends)

    @property
    def start_of_plan(self) -> datetime:
        return self._moment(self.expected.starts_at)

    @property
    def end_of_plan(self) -> datetime:
        return self._moment(self.expected.ends_at)

    def is_over(self, now: datetime) -> bool:
        """The student has left, or was planned to have left by now."""
        out = bool(self.day and self.day.student_out_at)
        return out or self.end_of_plan <= now

    def _moment(self, at: time) -> datetime:
        return moment_of(self.on, at, self.placement.school.zone)


def week_of(day: date) -> tuple[date, date]:
    """Return Monday and Sunday of the week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def spoken_days(
    school: School, placements: Iterable[Placement], first: date, last: date
) -> list[Spoken]:
    """Return every expected day of the span and every day somebody spoke about, oldest first.

    Two statements, and one more for `placements` that are not read yet.
    """
    if isinstance(placements, QuerySet):
        placements = placements.select_related("student__person", "site", "mentor")
    found = {placement.pk: placement for placement in placements}
    plan = timetable_of(school, first, last, list(found))
    rows = _days_of(school, first, last, list(found))
    days = {(day.placement_id, day.on): day for day in rows}
    for placement in found.values():
        placement.school = school
    return merged(found, plan, days)


@ready
def _days_of(school: School, first: date, last: date, placements: list[int]) -> QuerySet[Day]:
    days: QuerySet[Day] = Day.objects.filter(school=school, placement__in=placements)
    return days.filter(on__gte=first, on__lte=last)


def merged(
    placements: dict[int, Placement], plan: Timetable, days: dict[tuple[int, date], Day]
) -> list[Spoken]:
    """Put what is expected and what was said side by side, oldest first."""
    expected = {(e.placement_id, e.on): e for e in plan.days()}
    spoken = []
    for key in sorted({*expected, *days}, key=lambda key: (key[1], key[0])):
        day = days.get(key)
        term = plan.term_on(key[1])
        term_id = day.term_id if day else term.pk if term else None
        meant = expected.get(key) or _as_planned(day)
        spoken.append(Spoken(placements[key[0]], meant, term_id, day))
        if day:
            day.placement, day.student = placements[key[0]], placements[key[0]].student
    return spoken


def _as_planned(day: Day | None) -> Expected:
    """A day that is not expected any more (closed since, ended since) keeps its plan."""
    if day is None or day.planned_starts_at is None or day.planned_ends_at is None:
        raise ValueError("a day without a plan and without a word")
    return Expected(day.placement_id, day.on, day.planned_starts_at, day.planned_ends_at)


def unconfirmed(spoken: list[Spoken], now: datetime) -> list[Spoken]:
    """Those that are over and on which the mentor has said nothing yet."""
    return [
        one for one in spoken if (one.day is None or one.day.state in UNHEARD) and one.is_over(now)
    ]
