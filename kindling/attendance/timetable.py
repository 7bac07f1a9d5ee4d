"""Everything that decides which days are expected, read in one statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    CharField,
    DateField,
    F,
    Field,
    IntegerField,
    Q,
    QuerySet,
    TimeField,
    Value,
)
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from kindling.attendance.expected import Expected, Planned, expected_days
from kindling.kit.prepared import prepared
from kindling.people.rules import connected_students
from kindling.placements.models import Placement, PlannedDay
from kindling.schedule.models import Closure
from kindling.schedule.queries import days_between
from kindling.schools.models import School, SchoolYear, Term
from kindling.schools.ready import ready
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.ui.format import day as as_day

AHEAD = timedelta(days=75)  # how far we look for the next internship day
# One shape for all parts of the union; the prefix keeps clear of the models' own names.
COLUMNS = (
    "u_kind", "u_ref", "u_words", "u_weekday", "u_first", "u_last", "u_from", "u_to", "u_low",
    "u_high",
)  # fmt: skip


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

    def term_on(self, day: date) -> TermSpan | None:
        return next((t for t in self.terms if t.starts_on <= day <= t.ends_on), None)

    def days(self, first: date | None = None, last: date | None = None) -> list[Expected]:
        """Return the expected days of everybody in it, by date."""
        return expected_days(self.planned, self.closed, first or self.first, last or self.last)

    def on(self, day: date) -> dict[int, Expected]:
        """Return placement id → what is expected of it on this day."""
        return {e.placement_id: e for e in self.days(day, day)}

    def next_after(self, day: date, placement_id: int | None = None) -> Expected | None:
        """Return the first expected day after `day`; None when none is in sight."""
        rows = [p for p in self.planned if placement_id in (None, p.placement_id)]
        week = timedelta(days=7)
        first = day + timedelta(days=1)
        while rows and first <= self.last:
            found = expected_days(rows, self.closed, first, min(first + week, self.last))
            if found:
                return found[0]
            first += week
        return None


def running(placements: str = "placement") -> Q:
    """Internships that have days: running ones, and ended ones until their last day."""
    ended = {f"{placements}__ends_on__isnull": False}
    return Q(**{f"{placements}__state__in": Placement.RUNNING}) | Q(**ended)


def why_not(placement: Placement, plan: Timetable, today: date) -> str:
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
    if plan.closed.get(today):
        return _("No internship today: %(reason)s. Next is %(day)s.") % {
            "reason": plan.closed[today], "day": as_day(following.on),
        }  # fmt: skip
    return _("No internship today. Next is %(day)s.") % {"day": as_day(following.on)}


def timetable(
    school: School, first: date, last: date, planned: QuerySet[PlannedDay] | None = None
) -> Timetable:
    """Read closures, years, terms and (some) planned days of the span. One statement."""
    return _read(first, last, _union(school.pk, first, last, planned))


def timetable_of(school: School, first: date, last: date, placements: list[int]) -> Timetable:
    """The timetable of the internships with these keys. One statement."""
    return _read(first, last, _of_placements(school, first, last, placements))


@ready
def _of_placements(school: School, first: date, last: date, keys: list[int]) -> QuerySet[Any]:
    return _union(school.pk, first, last, PlannedDay.objects.filter(placement__in=keys))


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
    return _union(school, first, last, PlannedDay.objects.filter(placement=placement))


@prepared
def _of_adult(school: int, adult: int, role: str, first: date, last: date) -> QuerySet[Any]:
    students = connected_students(school, adult, role, first)
    planned = PlannedDay.objects.filter(school=school, placement__student__in=students)
    return _union(school, first, last, planned)


@prepared
def _of_person(school: int, person: int, first: date, last: date) -> QuerySet[Any]:
    planned = PlannedDay.objects.filter(school=school, placement__student__person=person)
    return _union(school, first, last, planned)


def _union(
    school: int, first: date, last: date, planned: QuerySet[PlannedDay] | None
) -> QuerySet[Any]:
    span = {"starts_on__lte": last, "ends_on__gte": first, "school": school}
    parts: list[QuerySet[Any]] = [
        _spans("closure", Closure.objects.filter(**span)),
        _spans("year", SchoolYear.objects.filter(**span)),
        _spans("term", Term.objects.filter(**span)),
    ]
    if planned is not None:
        parts.append(_planned(planned.filter(running(), since_on__lte=last)))
    return parts[0].union(*parts[1:], all=True)


def _nothing(field: Field[Any, Any]) -> Cast:
    """NULL with a type: PostgreSQL wants one in every part of a union."""
    return Cast(Value(None), field)


def _shaped(rows: QuerySet[Any], *columns: Any) -> QuerySet[Any]:
    named = dict(zip(COLUMNS, columns, strict=True))
    shaped: QuerySet[Any] = rows.order_by().annotate(**named).values_list(*COLUMNS)
    return shaped


def _spans(kind: str, rows: QuerySet[Any]) -> QuerySet[Any]:
    none = _nothing(TimeField()), _nothing(TimeField()), _nothing(DateField())
    dates = F("starts_on"), F("ends_on")
    head = Value(kind, CharField()), F("pk"), F("label"), _nothing(IntegerField())
    return _shaped(rows, *head, *dates, *none, _nothing(DateField()))


def _planned(rows: QuerySet[PlannedDay]) -> QuerySet[Any]:
    head = Value("planned", CharField()), F("placement_id"), Value("", CharField()), F("weekday")
    dates = F("since_on"), F("until_on")
    limits = F("placement__starts_on"), F("placement__ends_on")
    return _shaped(rows, *head, *dates, F("starts_at"), F("ends_at"), *limits)


def _read(first: date, last: date, rows: Iterable[tuple[Any, ...]]) -> Timetable:
    found: dict[str, list[tuple[Any, ...]]] = {}
    for kind, *facts in rows:
        found.setdefault(kind, []).append(tuple(facts))
    closed = {
        day: ""
        for day in days_between(first, last)
        if not any(low <= day <= high for _, _, _, low, high, *_ in found.get("year", []))
    }
    for _ref, label, _none, low, high, *_rest in found.get("closure", []):
        closed |= dict.fromkeys(days_between(max(first, low), min(last, high)), label)
    terms = [
        TermSpan(ref, label, low, high) for ref, label, _, low, high, *_ in found.get("term", [])
    ]
    planned = [
        Planned(ref, weekday, begins, ends, max(since, low), _earlier(until, high))
        for ref, _, weekday, since, until, begins, ends, low, high in found.get("planned", [])
    ]
    return Timetable(first, last, tuple(planned), closed, tuple(terms))


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other
