"""Everything that decides which days are expected, read in one statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from kindling.attendance.exceptions import NONE, Exceptions
from kindling.attendance.expected import Expected, Planned, expected_days, planned_days
from kindling.attendance.sources import by_kind, exceptions_of, planned_of, union
from kindling.kit.prepared import prepared
from kindling.people.matters import Matter
from kindling.people.rules import connected_students, visible_students
from kindling.placements.models import Placement, PlannedDay
from kindling.schedule.models import Change
from kindling.schedule.queries import days_between
from kindling.schools.models import School
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.ui.format import day as as_day

WEEK = timedelta(days=7)
AHEAD = timedelta(days=75)  # how far we look for the next internship day


@dataclass(frozen=True)
class TermSpan:
    """A term as pages about hours need it."""

    pk: int
    label: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Timetable:
    """What is planned and what is closed at one school, from `first` to `last`."""

    first: date
    last: date
    planned: tuple[Planned, ...]
    closed: dict[date, str]  # why; "" outside the school year
    terms: tuple[TermSpan, ...]
    but: Exceptions = NONE  # what is different for some

    def term_on(self, day: date) -> TermSpan | None:
        return next((t for t in self.terms if t.starts_on <= day <= t.ends_on), None)

    def days(self, first: date | None = None, last: date | None = None) -> list[Expected]:
        """Return the expected days of everybody in it, by date."""
        return expected_days(
            self.planned, self.closed, first or self.first, last or self.last, self.but
        )

    def on(self, day: date) -> dict[int, Expected]:
        """Return placement id → what is expected of it on this day."""
        return {e.placement_id: e for e in self.days(day, day)}

    def called_off(self, day: date, *, to_mentor: bool = False) -> dict[int, str]:
        """Return placement id → why it has no internship on a day that is planned for it.

        A mentor does not read what is the student's own: a doctor, a class.
        """
        if day in self.closed:
            rows = planned_days(self.planned, (), day, day, self.but)
            return {key: self.closed[day] for _day, key in rows if self.closed[day]}
        if not (self.but.turns or self.but.offs):
            return {}  # every day runs as it is planned
        off = {
            row.placement_id: turn.label
            for row in self.planned
            if row.holds_on(day) and (turn := self.but.turn_of(row, day))
        }
        for (_day, key), row in planned_days(self.planned, (), day, day, self.but).items():
            off.pop(key, None)
            left = self.but.left_of(row, day)
            if left.span is None:
                off[key] = _("busy elsewhere") if to_mentor and left.is_own else left.label
        return off

    def next_after(self, day: date, placement_id: int | None = None) -> Expected | None:
        """Return the first expected day after `day`; None when none is in sight."""
        first = day + timedelta(days=1)
        if day == self.first:  # a page asks for everybody, then for one after the other
            for one in self.coming_week:
                if placement_id in (None, one.placement_id):
                    return one
            first += WEEK
        rows = [p for p in self.planned if placement_id in (None, p.placement_id)]
        while rows and first <= self.last:
            until = min(first + WEEK, self.last)
            found = expected_days(rows, self.closed, first, until, self.but)
            if found:
                return found[0]
            first += WEEK
        return None

    @cached_property
    def coming_week(self) -> list[Expected]:
        """The expected days of the seven days after the first, by date."""
        begin = self.first + timedelta(days=1)
        end = min(begin + timedelta(days=6), self.last)
        return self.days(begin, end) if begin <= end else []


def why_not(placement: Placement, plan: Timetable, today: date, *, to_mentor: bool = False) -> str:
    """Say in a sentence why one cannot check in today, and when the next day is."""
    following = plan.next_after(today, placement.pk)
    if placement.state not in Placement.RUNNING:
        return _("Your internship at %(site)s has ended.") % {"site": placement.site.name}
    if placement.state == Placement.State.PAUSED:
        return _("Your internship at %(site)s is paused.") % {"site": placement.site.name}
    if today < placement.starts_on:
        return _("Your internship starts on %(day)s.") % {"day": as_day(placement.starts_on)}
    if following is None:
        return _("No internship today, and none is planned yet.")
    reason = plan.closed.get(today)
    reason = reason or plan.called_off(today, to_mentor=to_mentor).get(placement.pk)
    if reason:
        return _("No internship today: %(reason)s. Next is %(day)s.") % {
            "reason": reason, "day": as_day(following.on),
        }  # fmt: skip
    return _("No internship today. Next is %(day)s.") % {"day": as_day(following.on)}


def timetable(
    school: School, first: date, last: date, planned: QuerySet[PlannedDay] | None = None
) -> Timetable:
    """Read closures, years, terms and (some) planned days of the span. One statement."""
    return _read(first, last, union(school.pk, first, last, planned))


def timetable_of_seen(viewer: Viewer, first: date, last: date) -> Timetable:
    """The timetable of the students whom the viewer sees. One statement."""
    return _read(first, last, _of_seen(viewer, first, last))


@ready
def _of_seen(viewer: Viewer, first: date, last: date) -> QuerySet[Any]:
    students = visible_students(viewer, Matter.DAYS).values("pk")
    planned = PlannedDay.objects.filter(school=viewer.school, placement__student__in=students)
    return union(viewer.school.pk, first, last, planned)


def timetable_of_school(school: School, on: date) -> Timetable:
    """One date of everybody at the school. One statement."""
    return _read(on, on, _of_school(school=school.pk, on=on, weekday=on.weekday()))


def timetable_of(school: School, first: date, last: date, placements: list[int]) -> Timetable:
    """The timetable of the internships with these keys. One statement."""
    return _read(first, last, _of_placements(school, first, last, placements))


@ready
def _of_placements(school: School, first: date, last: date, keys: list[int]) -> QuerySet[Any]:
    return union(school.pk, first, last, PlannedDay.objects.filter(placement__in=keys))


def timetable_of_placement(placement: Placement, first: date, last: date) -> Timetable:
    """The timetable of one internship. One statement."""
    asked: dict[str, Any] = {"school": placement.school_id, "placement": placement.pk}
    return _read(first, last, _of_placement(first=first, last=last, **asked))


def timetable_of_adult(viewer: Viewer, first: date, last: date, role: Role) -> Timetable:
    """The timetable of the students with whom the viewer works in this role. One statement."""
    asked: dict[str, Any] = {
        "school": viewer.school.pk,
        "adult": viewer.person_id or 0,
        "role": role.value,
    }
    return _read(first, last, _of_adult(first=first, last=last, **asked))


def timetable_of_person(viewer: Viewer, first: date, last: date) -> Timetable:
    """The timetable of the student whom the viewer is. One statement."""
    asked: dict[str, Any] = {"school": viewer.school.pk, "person": viewer.person_id or 0}
    return _read(first, last, _of_person(first=first, last=last, **asked))


@prepared
def _of_placement(school: int, placement: int, first: date, last: date) -> QuerySet[Any]:
    return union(school, first, last, PlannedDay.objects.filter(placement=placement))


@prepared
def _of_school(school: int, on: date, weekday: int) -> QuerySet[Any]:
    turned = Change.objects.filter(school=school, on=on, weekday__isnull=False)
    # A stand-in is larger than a small integer, and PostgreSQL's would find nothing at once.
    wide = PlannedDay.objects.annotate(on_weekday=Cast("weekday", BigIntegerField()))
    today = Q(on_weekday=weekday) | Q(weekday__in=turned.values("weekday"))
    return union(school, on, on, wide.filter(today, school=school))


@prepared
def _of_adult(school: int, adult: int, role: str, first: date, last: date) -> QuerySet[Any]:
    students = connected_students(school, adult, role, first).filter(has_days=True)
    planned = PlannedDay.objects.filter(school=school, placement__student__in=students)
    return union(school, first, last, planned, students)


@prepared
def _of_person(school: int, person: int, first: date, last: date) -> QuerySet[Any]:
    planned = PlannedDay.objects.filter(school=school, placement__student__person=person)
    return union(school, first, last, planned)


def _read(first: date, last: date, rows: Iterable[tuple[Any, ...]]) -> Timetable:
    found = by_kind(rows)
    years = [(row.first, row.last) for row in found.get("year", [])]
    within = any(begin <= first and last <= end for begin, end in years)
    closed = {
        day: ""
        for day in ([] if within else days_between(first, last))
        if not any(begin <= day <= end for begin, end in years)
    }
    for row in found.get("closure", []):
        if not row.grade:
            span = days_between(max(first, row.first), min(last, row.last))
            closed |= dict.fromkeys(span, str(row.words))
    terms = tuple(
        TermSpan(row.ref, row.words, row.first, row.last) for row in found.get("term", [])
    )
    planned = planned_of(found.get("planned", []))
    return Timetable(first, last, planned, closed, terms, exceptions_of(found))
