"""The one statement behind a timetable, and how its rows are read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import (
    Case,
    CharField,
    DateField,
    F,
    Field,
    IntegerField,
    Q,
    QuerySet,
    TimeField,
    Value,
    When,
)
from django.db.models.functions import Cast

from kindling.attendance.exceptions import NO_INTERNSHIPS, Exceptions, Off, Turn
from kindling.attendance.planned import Planned
from kindling.placements.models import Placement, PlannedDay
from kindling.schedule.models import Anchor, Change, Closure, Commitment
from kindling.schools.models import SchoolYear, Term
from kindling.sites.models import SiteClosure

# One shape for all parts of the union; the prefix keeps clear of the models' own names.
TYPES: dict[str, Field[Any, Any]] = {
    "u_kind": CharField(),
    "u_ref": IntegerField(),
    "u_words": CharField(),
    "u_weekday": IntegerField(),
    "u_first": DateField(),
    "u_last": DateField(),
    "u_from": TimeField(),
    "u_to": TimeField(),
    "u_low": DateField(),
    "u_high": DateField(),
    "u_letter": CharField(),
    "u_grade": CharField(),
    "u_student": IntegerField(),
    "u_site": IntegerField(),
}
SPAN = {"words": F("label"), "first": F("starts_on"), "last": F("ends_on")}


class Row(NamedTuple):
    """One row of the union, in the order of TYPES. What is empty depends on its kind."""

    kind: str
    ref: Any
    words: Any
    weekday: Any
    first: Any
    last: Any
    begins: Any
    ends: Any
    low: Any
    high: Any
    letter: Any
    grade: Any
    student: Any
    site: Any


def running(placements: str = "placement") -> Q:
    """Internships that have days: running ones, and ended ones until their last day."""
    ended = {f"{placements}__ends_on__isnull": False}
    return Q(**{f"{placements}__state__in": Placement.RUNNING}) | Q(**ended)


def union(
    school: int,
    first: date,
    last: date,
    planned: QuerySet[PlannedDay] | None,
    students: QuerySet[Any] | None = None,
) -> QuerySet[Any]:
    """Return everything that decides about these planned days. One statement.

    `students` are the keys of those whose own time counts; those of the planned days unless given.
    """
    span = {"starts_on__lte": last, "ends_on__gte": first, "school": school}
    parts: list[QuerySet[Any]] = [
        _shaped("closure", Closure.objects.filter(**span), **SPAN, grade=F("grades")),
        _shaped("year", SchoolYear.objects.filter(**span), **SPAN),
        _shaped("term", Term.objects.filter(**span), **SPAN, ref=F("pk")),
    ]
    if planned is not None:
        # The school says nothing new, but PostgreSQL then reads one school's internships, not all.
        planned = planned.filter(running(), since_on__lte=last, placement__school=school)
        whose: Any = planned.values("placement__student") if students is None else students
        parts += [
            _planned(planned),
            _shaped("site", SiteClosure.objects.filter(**span), **SPAN, site=F("site_id")),
            _shaped("anchor", Anchor.objects.filter(school=school, on__lte=last), first=F("on")),
            _changes(Change.objects.filter(school=school, on__gte=first, on__lte=last)),
            _commitments(Commitment.objects.filter(school=school, student__in=whose), first, last),
        ]
    return parts[0].union(*parts[1:], all=True)


def _shaped(kind: str, rows: QuerySet[Any], **columns: Any) -> QuerySet[Any]:
    """The rows in the union's shape. PostgreSQL wants a type for NULL in every part."""
    told: dict[str, Any] = {"u_kind": Value(kind, CharField())}
    told |= {f"u_{name}": column for name, column in columns.items()}
    named = {name: told.get(name, Cast(Value(None), TYPES[name])) for name in TYPES}
    shaped: QuerySet[Any] = rows.order_by().annotate(**named).values_list(*TYPES)
    return shaped


def _planned(rows: QuerySet[PlannedDay]) -> QuerySet[Any]:
    return _shaped(
        "planned",
        rows,
        ref=F("placement_id"),
        weekday=F("weekday"),
        first=F("since_on"),
        last=F("until_on"),
        low=F("placement__starts_on"),
        high=F("placement__ends_on"),
        letter=F("letter"),
        grade=F("placement__student__grade"),
        student=F("placement__student_id"),
        site=F("placement__site_id"),
        **{"from": F("starts_at"), "to": F("ends_at")},
    )


def _changes(rows: QuerySet[Change]) -> QuerySet[Any]:
    """A change for an advisory comes once for each student who sits in it."""
    seats = {
        "advisory__seats__until_on__isnull": True,
        "advisory__seats__student__isnull": False,
    }
    weekday = Case(
        When(has_internships=False, then=Value(NO_INTERNSHIPS)),
        default=F("weekday"),
        output_field=IntegerField(),
    )
    return _shaped(
        "change",
        rows.filter(Q(advisory__isnull=True) | Q(**seats)),
        words=F("note"),
        weekday=weekday,
        first=F("on"),
        letter=F("letter"),
        grade=F("grade"),
        student=F("advisory__seats__student"),
    )


def _commitments(rows: QuerySet[Commitment], first: date, last: date) -> QuerySet[Any]:
    rows = rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=first), since_on__lte=last)
    # Its kind stands in for an empty label: the reader's language is not the database's.
    return _shaped(
        "commitment",
        rows,
        words=F("label"),
        letter=F("kind"),
        weekday=F("weekday"),
        first=F("since_on"),
        last=F("until_on"),
        student=F("student_id"),
        **{"from": F("starts_at"), "to": F("ends_at")},
    )


def by_kind(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[Row]]:
    """Return the rows of the union by what they are."""
    found: dict[str, list[Row]] = {}
    for row in map(Row._make, rows):
        found.setdefault(row.kind, []).append(row)
    return found


def planned_of(rows: list[Row]) -> tuple[Planned, ...]:
    return tuple(
        Planned(
            row.ref,
            row.weekday,
            row.begins,
            row.ends,
            max(row.first, row.low),
            _earlier(row.last, row.high),
            row.letter,
            row.student,
            row.site,
            row.grade,
        )
        for row in rows
    )


def exceptions_of(found: dict[str, list[Row]]) -> Exceptions:
    """Return what is different for some, from all the rows."""
    turns = [
        Turn(r.first, r.words, r.weekday, r.letter, r.grade, r.student or 0)
        for r in found.get("change", [])
    ]
    offs = [Off(r.words, r.first, r.last, site_id=r.site) for r in found.get("site", [])]
    offs += [
        Off(r.words, r.first, r.last, grades=frozenset(r.grade.split(",")))
        for r in found.get("closure", [])
        if r.grade
    ]
    offs += [
        Off(
            r.words or str(Commitment.Kind(r.letter).label),
            r.first,
            r.last,
            student_id=r.student,
            weekday=r.weekday,
            starts_at=r.begins,
            ends_at=r.ends,
        )
        for r in found.get("commitment", [])
    ]
    anchors = tuple(r.first for r in found.get("anchor", []))
    return Exceptions(anchors, tuple(turns), tuple(offs))


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other
