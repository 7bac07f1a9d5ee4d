"""What the pages of days and hours show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from kindling.attendance.models import Day, DayQuerySet, Entry, Hours
from kindling.attendance.rules import (
    may_ask_mentor,
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


def day_page(viewer: Viewer, day: Day) -> DayPage:
    """Gather the page in two statements. Notes the reader may not read are left out."""
    entries = day.entries.select_related("by").order_by("at", "pk")
    if not viewer.is_staff:
        entries = entries.exclude(kind=Entry.Kind.NOTE)
    may = may_settle(viewer, day.student)
    shows = may_read_note(viewer, day)
    waits = day.standing == Day.Standing.WAITING
    asks = may and waits and may_ask_mentor(viewer, day.student)
    return DayPage(day, list(entries), shows, may, asks)


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
