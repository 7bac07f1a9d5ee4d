"""What the pages of days and hours show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from kindling.attendance.models import Day, DayQuerySet, Entry, Hours
from kindling.attendance.rules import (
    may_ask_mentor,
    may_check_in_for,
    may_read_note,
    may_settle,
    visible_days,
    visible_hours,
    visible_placements,
)
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Term
from kindling.schools.queries import terms_of
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer


def find_placement(viewer: Viewer, public_id: str) -> Placement:
    """Return the internship; 404 for one whose student one does not see. One statement."""
    found: list[Placement] = list(_placements(viewer, public_id))
    if not found:
        raise Http404
    return found[0]


@ready
def _placements(viewer: Viewer, public_id: str) -> QuerySet[Placement]:
    return visible_placements(viewer).filter(public_id=public_id)


def filtered_days(viewer: Viewer, wanted: dict[str, Any]) -> DayQuerySet:
    """Days one sees, newest first, of one standing and one student where they are named."""
    days: DayQuerySet = visible_days(viewer).for_list()
    if wanted.get("standing"):
        days = days.filter(standing=wanted["standing"])
    if wanted.get("student"):
        days = days.filter(student__public_id=wanted["student"])
    return days


@dataclass(frozen=True)
class DayPage:
    """One day: the three voices, and who said what, first to last."""

    day: Day
    entries: list[Entry]
    shows_note: bool
    may_settle: bool
    may_ask: bool
    may_stand_in: bool
    said_by: str  # who spoke for the student; "" for their own word


def day_page(viewer: Viewer, day: Day) -> DayPage:
    """Gather the page in two statements. Notes the reader may not read are left out."""
    entries = day.entries.select_related("by").order_by("at", "pk")
    if not viewer.is_staff:
        entries = entries.exclude(kind=Entry.Kind.NOTE)
    may = may_settle(viewer, day.student)
    shows = may_read_note(viewer, day)
    waits = day.standing == Day.Standing.WAITING
    asks = may and waits and may_ask_mentor(viewer, day.student)
    told = list(entries)
    open_today = day.state == Day.State.CHECKED_IN and day.on == viewer.school.today()
    stands_in = open_today and may_check_in_for(viewer, day.student)
    return DayPage(day, told, shows, may, asks, stands_in, _spoke_for(told))


def _spoke_for(entries: list[Entry]) -> str:
    """Who said that the student came, when it was not the student."""
    came = (entry for entry in entries if entry.kind == Entry.Kind.CHECK_IN)
    first = next(came, None)
    own = first is None or first.voice == Entry.Voice.STUDENT
    return "" if first is None or own or first.by is None else first.by.name


@dataclass
class TermHours:
    """One term's minutes of one student, by place."""

    term: Term | None  # None: days between two terms
    rows: list[Hours] = field(default_factory=list)

    def sum_of(self, part: str) -> int:
        return sum(getattr(row, part) for row in self.rows)

    @property
    def total(self) -> int:
        return sum(row.total for row in self.rows)


@dataclass(frozen=True)
class HoursPage:
    """`target` is what the school asks for in a term, in minutes."""

    student: Student
    terms: list[TermHours]
    target: int


def hours_page(viewer: Viewer, student: Student) -> HoursPage:
    """Gather one student's hours, newest term first, in two statements."""
    terms = {term.pk: TermHours(term) for term in terms_of(viewer.school)[::-1]}
    between = TermHours(None)
    rows = visible_hours(viewer).filter(student=student).select_related("placement__site")
    for row in rows.order_by("placement__starts_on", "pk"):
        terms.get(row.term_id or 0, between).rows.append(row)
    told = [term for term in [*terms.values(), between] if term.rows]
    return HoursPage(student, told, viewer.school.term_target_minutes)
