"""What pages of support show, and what plans may link to."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.support import rules
from kindling.support.along import Section, sections
from kindling.support.models import (
    Concern,
    ConcernReader,
    ConcernReading,
    ConcernWord,
    EarlierGoal,
    SupportGoal,
    SupportReader,
    SupportReading,
    SupportTravel,
)

MOST = 100


def support_choices(viewer: Viewer, student: Student) -> list[SupportGoal]:
    """Goals of a student that hold and that this viewer may link to. One statement."""
    goals = rules.visible_support_goals(viewer).filter(student=student)
    return list(goals.filter(state=SupportGoal.State.ACTIVE).order_by("kind", "pk")[:MOST])


@dataclass(frozen=True)
class Overview:
    """What one sees of support: goals without their words, and concerns. Two statements."""

    goals: list[SupportGoal]
    concerns: list[Concern]
    may_write: bool


def overview(viewer: Viewer) -> Overview:
    """Gather it; goals that hold first."""
    goals = rules.visible_support_goals(viewer).order_by(
        "state", "student__person__sort_name", "pk"
    )
    concerns = rules.visible_concerns(viewer).exclude(state=Concern.State.CLOSED)
    return Overview(
        goals=list(goals[:MOST]), concerns=list(concerns.order_by("look_on", "pk")[:MOST]),
        may_write=rules.may_write_support(viewer),
    )  # fmt: skip


@dataclass(frozen=True)
class GoalPage:
    """One goal, with who reads it and who has read it. Seven statements."""

    goal: SupportGoal
    travels: list[SupportTravel]
    earlier: list[EarlierGoal]
    readers: list[SupportReader]
    readings: list[SupportReading]
    may_manage: bool
    is_family: bool

    @property
    def travel(self) -> SupportTravel | None:
        """The sentence that waits for a yes or travels."""
        return next((one for one in self.travels if one.state in SupportTravel.LIVE), None)

    @property
    def past(self) -> list[SupportTravel]:
        return [one for one in self.travels if one.state not in SupportTravel.LIVE]


def goal_page(viewer: Viewer, goal: SupportGoal) -> GoalPage:
    """Gather it. Ask only for a goal that the viewer sees."""
    return GoalPage(
        goal=goal, travels=list(rules.visible_travels(viewer).filter(goal=goal)[:20]),
        earlier=list(rules.earlier_of(goal)[:20]), readers=list(rules.support_readers_of(goal)),
        readings=list(rules.support_readings_of(goal)[:20]),
        may_manage=rules.may_manage(viewer, goal),
        is_family=rules.is_family(viewer, goal.student),
    )  # fmt: skip


@dataclass(frozen=True)
class ConcernPage:
    """One concern, with everything said in it. Six statements."""

    concern: Concern
    words: list[ConcernWord]
    readers: list[ConcernReader]
    readings: list[ConcernReading]
    may_carry: bool
    may_lead: bool
    sections: list[Section]  # of apps above

    @property
    def said(self) -> list[ConcernWord]:
        return [one for one in self.words if one.kind != ConcernWord.Kind.ACTION]

    @property
    def actions(self) -> list[ConcernWord]:
        """What somebody does: what is open first."""
        found = [one for one in self.words if one.kind == ConcernWord.Kind.ACTION]
        return sorted(found, key=lambda one: (one.done_at is not None, one.due_on))


def concern_page(viewer: Viewer, concern: Concern) -> ConcernPage:
    """Gather it. Ask only for a concern that the viewer sees."""
    carries = viewer.is_staff
    return ConcernPage(
        concern=concern, words=list(rules.words_of(concern)[:200]),
        readers=list(rules.concern_readers_of(concern)),
        readings=list(rules.concern_readings_of(concern)[:20]),
        may_carry=carries, may_lead=carries and rules.may_lead(viewer, concern),
        sections=sections(viewer, concern),
    )  # fmt: skip
