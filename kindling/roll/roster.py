"""The roll of one advisory on one day, as it stands: read in one statement, and one for the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet

from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.attendance.expected import Expected
from kindling.attendance.models import Day
from kindling.attendance.timetable import timetable_of
from kindling.kit.prepared import prepared
from kindling.placements.models import Placement
from kindling.roll.codes import HERE, OUT, Codes
from kindling.roll.frame import frame_of
from kindling.roll.models import Correction, Mark
from kindling.roll.reported import Reported, reported_on
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
    grade: str
    said: Said | None
    method: str = ""
    changed: bool = False
    places: tuple[tuple[int, str], ...] = ()  # running internships: key and the site's name
    day: Day.State | None = None
    in_at: datetime | None = None
    expected: Expected | None = None
    off: str = ""  # why this student's grade has no school
    reported: Reported | None = None  # late or not coming, and nobody has cleared it

    @property
    def name(self) -> str:
        return self.who.name

    @property
    def is_out(self) -> bool:
        """Not at school as far as we know: at the internship, or expected there."""
        elsewhere = self.expected is not None or self.day is not None or self.off
        return self.said is None and bool(elsewhere)

    @property
    def is_from_day(self) -> bool:
        """The mark follows from an internship day; nobody typed it."""
        return self.method == Mark.FROM_DAY

    @property
    def is_elsewhere(self) -> bool:
        """There is nothing to say on this roll, unless one knows better."""
        return self.is_out or (self.is_from_day and self.said == Said(OUT))

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
        return any(row.said and not row.is_from_day for row in self.rows)

    @property
    def here(self) -> list[Row]:
        return [row for row in self.rows if not row.is_elsewhere]

    @property
    def elsewhere(self) -> list[Row]:
        return [row for row in self.rows if row.is_elsewhere]


def read_roll(viewer: Viewer, advisory: Advisory, on: date, *, planned: bool = True) -> Roll:
    """Return the roll. Four statements; two without who is expected elsewhere, and who was
    reported late or absent (`planned`).
    """
    rows, is_led = _rows_of(viewer, advisory, on)
    frame = frame_of(viewer.school, on)
    if planned and frame.closed is None:
        rows = _with_reports(viewer.school, on, _with_plan(viewer.school, on, rows))
    rows = [replace(row, off=frame.off.get(row.grade, "")) for row in rows]
    return Roll(advisory, on, tuple(rows), is_led, frame.codes, frame.closed)


def _with_plan(school: School, on: date, rows: list[Row]) -> list[Row]:
    """Add who is expected at an internship. One statement, none where nobody has one."""
    keys = [key for row in rows for key, _site in row.places]
    if not keys:
        return rows
    expected = timetable_of(school, on, on, keys).on(on)
    return [
        replace(row, expected=next((expected[k] for k, _ in row.places if k in expected), None))
        for row in rows
    ]


def _with_reports(school: School, on: date, rows: list[Row]) -> list[Row]:
    """Add what was reported and not cleared. One statement."""
    found = reported_on(school, on, [row.student_id for row in rows])
    return [replace(row, reported=found.get(row.student_id)) for row in rows]


def _rows_of(viewer: Viewer, advisory: Advisory, on: date) -> tuple[list[Row], bool]:
    found: dict[int, Row] = {}
    is_led = False
    asked: dict[str, Any] = {"advisory": advisory.pk, "on": on, "person": viewer.person_id or 0}
    for facts in _seats(**asked, today=viewer.school.today()):
        student, public, face, name, grade, code, minutes, method, changed, *rest, led = facts
        said = Said(code, minutes) if code else None
        row = found.get(student) or Row(
            student, public, Face(face, name), grade, said, method or "", bool(changed)
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
        "student__grade", "mark__code", "mark__minutes", "mark__method", "is_changed", "place__pk",
        "place__site__name", "day__state", "day__student_in_at", "is_led",
    )  # fmt: skip
