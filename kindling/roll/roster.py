"""The roll of one advisory on one day, as it stands: read in one statement, and one for the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.attendance.expected import Expected
from kindling.attendance.models import Day
from kindling.attendance.timetable import Timetable, timetable, timetable_of
from kindling.kit.prepared import prepared
from kindling.placements.models import Placement
from kindling.roll.codes import HERE, Codes, codes_of
from kindling.roll.models import Correction, Mark
from kindling.schedule.queries import WEEKEND
from kindling.schools.models import School
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Said:
    """What a mark says: the letter, and minutes late or missed."""

    code: str
    minutes: int = 0


@dataclass(frozen=True)
class Face:
    """Whom a pebble stands for."""

    public_id: str
    name: str


@dataclass(frozen=True)
class Row:
    """One student on the roll. Without a mark: what the internship says of the day, if anything."""

    student_id: int
    public_id: str
    who: Face
    said: Said | None
    method: str = ""
    changed: bool = False
    places: tuple[tuple[int, str], ...] = ()  # running internships: key and the site's name
    day: Day.State | None = None
    in_at: datetime | None = None
    expected: Expected | None = None

    @property
    def name(self) -> str:
        return self.who.name

    @property
    def is_out(self) -> bool:
        """Not at school as far as we know: at the internship, or expected there."""
        return self.said is None and (self.expected is not None or self.day is not None)

    @property
    def place(self) -> str:
        """Where the internship is that is on this day."""
        planned = self.expected.placement_id if self.expected else None
        named = [name for key, name in self.places if planned in (None, key)]
        return named[0] if named else ""

    @property
    def shown(self) -> Said | None:
        """What the page offers: what was said, else present; nothing for who is out."""
        return self.said or (None if self.is_out else Said(HERE))


@dataclass(frozen=True)
class Roll:
    """One advisory on one day. `closed` says why there is no school; None: there is."""

    advisory: Advisory
    on: date
    rows: tuple[Row, ...]
    is_led: bool  # by who asks
    codes: Codes
    closed: str | None = None

    @property
    def is_taken(self) -> bool:
        """Somebody said something on this roll (not only the internships)."""
        return any(row.said and row.method != Mark.FROM_DAY for row in self.rows)


def read_roll(viewer: Viewer, advisory: Advisory, on: date, *, planned: bool = True) -> Roll:
    """Return the roll. Three statements; two without the plan (`planned`), which a save may spare.

    Where no mark is there yet the plan is always read: it knows whether there is school.
    """
    rows, is_led = _rows_of(viewer, advisory, on)
    roll = Roll(advisory, on, tuple(rows), is_led, codes_of(viewer.school))
    return with_plan(viewer.school, roll) if planned or not roll.is_taken else roll


def with_plan(school: School, roll: Roll) -> Roll:
    """Add who is expected at an internship, and whether the school is open."""
    keys = [key for row in roll.rows for key, _site in row.places]
    ask = partial(timetable_of, placements=keys) if keys else timetable
    plan = ask(school, roll.on, roll.on)
    expected = plan.on(roll.on)
    rows = [
        replace(row, expected=next((expected[k] for k, _ in row.places if k in expected), None))
        for row in roll.rows
    ]
    return replace(roll, rows=tuple(rows), closed=why_closed(school, plan, roll.on))


def why_closed(school: School, plan: Timetable, on: date) -> str | None:
    """Say why there is no school on the day; None when there is."""
    if on in plan.closed:
        return plan.closed[on] or _("It lies outside the school year.")
    return _("It is a weekend.") if on.weekday() in WEEKEND - school.weekdays else None


def _rows_of(viewer: Viewer, advisory: Advisory, on: date) -> tuple[list[Row], bool]:
    found: dict[int, Row] = {}
    is_led = False
    asked: dict[str, Any] = {"advisory": advisory.pk, "on": on, "person": viewer.person_id or 0}
    for facts in _seats(**asked, today=viewer.school.today()):
        student, public, face, name, code, minutes, method, changed, *rest, led = facts
        said = Said(code, minutes) if code else None
        row = found.get(student) or Row(
            student, public, Face(face, name), said, method or "", bool(changed)
        )
        found[student] = _with_internship(row, *rest)
        is_led = is_led or bool(led)
    return list(found.values()), is_led


def _with_internship(
    row: Row, place: int | None, site: str, day: str | None, in_at: datetime | None
) -> Row:
    if place is not None and (place, site) not in row.places:
        row = replace(row, places=(*row.places, (place, site)))
    if day is not None:
        row = replace(row, day=Day.State(day), in_at=row.in_at or in_at)
    return row


@prepared
def _seats(advisory: int, on: date, person: int, today: date) -> QuerySet[Any]:
    """Seats of the day with mark, running internships and internship day: a row for each."""
    seats: QuerySet[AdvisoryStudent] = AdvisoryStudent.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=on), advisory=advisory, since_on__lte=on
    )
    running = Q(
        student__placements__state__in=Placement.RUNNING, student__placements__starts_on__lte=on
    )
    open_ended = Q(until_on__isnull=True) | Q(until_on__gte=today)
    led = AdvisoryAdvisor.objects.filter(
        open_ended, advisory=advisory, person=person, since_on__lte=today
    )
    changes = Correction.objects.filter(student=OuterRef("student"), on=on)
    seats = seats.annotate(
        mark=FilteredRelation("student__marks", condition=Q(student__marks__on=on)),
        place=FilteredRelation("student__placements", condition=running),
        day=FilteredRelation("student__days", condition=Q(student__days__on=on)),
        is_changed=Exists(changes),
        is_led=Exists(led),
    )
    return seats.order_by("student__person__sort_name", "pk").values_list(
        "student_id", "student__public_id", "student__person__public_id", "student__person__name",
        "mark__code", "mark__minutes", "mark__method", "is_changed", "place__pk",
        "place__site__name", "day__state", "day__student_in_at", "is_led",
    )  # fmt: skip
