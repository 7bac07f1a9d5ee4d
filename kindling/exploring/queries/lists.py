"""What a student did to find out, and what waits for those who guide them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils.translation import gettext as _

from kindling.exploring import rules
from kindling.exploring.models import Assignment, Experience, Interview, Rehearsal, ShadowDay
from kindling.people.models import Student
from kindling.placements.models import Pursuit
from kindling.placements.rules import visible_pursuits
from kindling.schools.viewer import Viewer

MOST = 50  # of a kind on a student's page; older ones are counted in requirements


@dataclass(frozen=True)
class StudentPage:
    """Everything one student does to find out. Six statements."""

    student: Student
    is_own: bool
    guides: bool
    assignments: list[Assignment]
    interviews: list[Interview]
    shadow_days: list[ShadowDay]
    rehearsals: list[Rehearsal]
    others: list[Experience]  # noted by hand, without a plan
    pursuits: list[Pursuit]  # places that the student may go after

    @property
    def open_assignments(self) -> list[Assignment]:
        return [one for one in self.assignments if one.state in Assignment.OPEN]

    @property
    def is_empty(self) -> bool:
        return not (self.assignments or self.interviews or self.shadow_days or self.others)


def student_page(viewer: Viewer, student: Student) -> StudentPage:
    """Gather it. Ask only for a student whom the viewer sees."""
    own = rules.is_own(viewer, student)
    by_hand = rules.visible_experiences(viewer).filter(student=student)
    by_hand = by_hand.filter(interview__isnull=True, shadow_day__isnull=True)
    by_hand = by_hand.exclude(state=Experience.State.TAKEN_BACK)
    return StudentPage(
        student=student,
        is_own=own,
        guides=not own and rules.guides(viewer, student),
        assignments=list(
            in_order(rules.visible_assignments(viewer).filter(student=student))[:MOST]
        ),
        interviews=list(rules.visible_interviews(viewer).filter(student=student)[:MOST]),
        shadow_days=list(rules.visible_shadow_days(viewer).filter(student=student)[:MOST]),
        rehearsals=list(_newest(rules.visible_rehearsals(viewer).filter(student=student))[:MOST]),
        others=list(by_hand[:MOST]),
        pursuits=_pursued(viewer, student),
    )


def _pursued(viewer: Viewer, student: Student) -> list[Pursuit]:
    allowed = visible_pursuits(viewer).filter(student=student, state=Pursuit.State.APPROVED)
    return list(allowed.for_list()[:MOST])


def in_order(rows: QuerySet[Assignment]) -> QuerySet[Assignment]:
    """What is open first, the nearest day first."""
    ranks = [When(state=state, then=Value(n)) for n, state in enumerate(Assignment.State.values)]
    rank = Case(*ranks, output_field=IntegerField())
    return rows.annotate(rank=rank).order_by("rank", "due_on", "-given_on", "pk")


def _newest(rows: QuerySet[Rehearsal]) -> QuerySet[Rehearsal]:
    return rows.order_by("-created_at", "-pk")


@dataclass(frozen=True)
class Waiting:
    """One pile on an advisor's desk."""

    key: str
    label: str
    rows: QuerySet[Any]


def waiting_piles(viewer: Viewer) -> list[Waiting]:
    """What waits for a word of staff, oldest first; rows are read when a page shows them."""
    handed_in = rules.visible_assignments(viewer).filter(state=Assignment.State.HANDED_IN)
    ready = rules.visible_rehearsals(viewer).filter(state=Rehearsal.State.HANDED_IN)
    asked = rules.visible_shadow_days(viewer)
    waits = (*ShadowDay.AHEAD, ShadowDay.State.HELD)
    entered = rules.visible_experiences(viewer).filter(state=Experience.State.ENTERED)
    return [
        Waiting("activities", _("Activities"), handed_in.order_by("handed_in_at", "pk")),
        Waiting("practice", _("Practice"), ready.order_by("created_at", "pk")),
        Waiting("days", _("Shadow days"), asked.filter(state__in=waits).order_by("on", "pk")),
        Waiting(
            "verify", _("To verify"),
            entered.select_related("interview", "shadow_day").order_by("on", "pk"),
        ),
    ]  # fmt: skip
