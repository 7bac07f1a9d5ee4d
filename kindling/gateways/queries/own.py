"""What the pages of a thesis, of chapters and of a plan after school show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kindling.exhibitions.models import Exhibition, Format, Kind
from kindling.gateways import rules
from kindling.gateways.asked import AFTER, THESIS, Question
from kindling.gateways.models import (
    AfterPlan,
    Chapter,
    Choice,
    Milestone,
    Thesis,
    ThesisWord,
)
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

TONES = {
    "draft": "calm", "proposed": "warn", "working": "info", "delivered": "warn",
    "defended": "good", "handed_in": "warn", "agreed": "good", "writing": "calm",
    "shared": "warn", "done": "good",
}  # fmt: skip


@dataclass(frozen=True)
class Answered:
    """A question with what was written."""

    question: Question
    text: str


def answered(thing: Thesis | AfterPlan, questions: tuple[Question, ...]) -> list[Answered]:
    return [Answered(one, getattr(thing, one.field)) for one in questions]


@dataclass(frozen=True)
class ThesisPage:
    """One thesis, and what this viewer may do with it. `thesis` is None before it is begun."""

    student: Student
    thesis: Thesis | None
    answers: list[Answered]
    milestones: list[Milestone]
    words: list[ThesisWord]
    exhibitions: list[Exhibition]  # to choose a defence from
    kinds: list[Kind]  # to begin a new one of
    is_own: bool
    may_guide: bool
    today: date

    @property
    def tone(self) -> str:
        return TONES[self.thesis.state] if self.thesis else "quiet"

    @property
    def may_write(self) -> bool:
        return self.is_own and self.thesis is not None and self.thesis.state == Thesis.State.DRAFT


def thesis_page(viewer: Viewer, student: Student) -> ThesisPage:
    """Gather it. Four statements, and what the rules ask."""
    thesis = rules.visible_theses(viewer).filter(student=student).first()
    guide = rules.may_guide(viewer, student)
    delivered = thesis is not None and thesis.state == Thesis.State.DELIVERED
    formats = (Format.THESIS, Format.CULMINATING)
    return ThesisPage(
        student=student, thesis=thesis, answers=answered(thesis, THESIS) if thesis else [],
        milestones=list(thesis.milestones.all()) if thesis else [],
        words=list(thesis.words.select_related("by")) if thesis else [],
        exhibitions=(
            list(rules.exhibitions_to_choose(viewer, student, formats))
            if guide and delivered else []
        ),
        kinds=rules.kinds_to_choose(viewer, student, formats) if guide and delivered else [],
        is_own=rules.is_own(viewer, student), may_guide=guide, today=viewer.school.today(),
    )  # fmt: skip


@dataclass(frozen=True)
class ChaptersPage:
    """A student's chapters: how far each is, and not a word of them."""

    student: Student
    chapters: list[Chapter]
    readable: set[int]
    is_own: bool

    @property
    def done(self) -> int:
        return sum(one.state == Chapter.State.DONE for one in self.chapters)

    @property
    def words(self) -> int:
        return sum(one.words for one in self.chapters)


def chapters_page(viewer: Viewer, student: Student) -> ChaptersPage:
    """Gather it. Two statements."""
    rows = list(rules.visible_chapters(viewer).filter(student=student).order_by("pk"))
    own = rules.readable_chapters(viewer).filter(student=student).values_list("pk", flat=True)
    return ChaptersPage(student, rows, set(own), rules.is_own(viewer, student))


@dataclass(frozen=True)
class AfterPage:
    """A plan after school. `plan` is None before it is begun."""

    student: Student
    plan: AfterPlan | None
    answers: list[Answered]
    choices: list[Choice]
    is_own: bool
    may_guide: bool
    today: date

    @property
    def tone(self) -> str:
        return TONES[self.plan.state] if self.plan else "quiet"

    @property
    def may_write(self) -> bool:
        return self.is_own and self.plan is not None and self.plan.state == AfterPlan.State.DRAFT


def after_page(viewer: Viewer, student: Student) -> AfterPage:
    """Gather it. Two statements, and what the rules ask."""
    plan = rules.visible_after_plans(viewer).filter(student=student).first()
    return AfterPage(
        student=student, plan=plan, answers=answered(plan, AFTER) if plan else [],
        choices=list(plan.choices.all()) if plan else [], is_own=rules.is_own(viewer, student),
        may_guide=rules.may_guide(viewer, student), today=viewer.school.today(),
    )  # fmt: skip
