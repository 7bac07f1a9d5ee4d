"""What the pages of judgements show, and what other pages ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from kindling.evidence.models import Evidence
from kindling.goals.along import Line
from kindling.goals.models import Goal, Level
from kindling.goals.queries import levels_of
from kindling.judgements import rules
from kindling.judgements.models import Judgement, Opinion
from kindling.kit.addresses import url
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

State = Judgement.State
TONES = {
    State.PROPOSED: "warn", State.RATED: "calm", State.MODERATED: "calm",
    State.ACCEPTED: "good", State.RETURNED: "alert", State.AWARDED: "good",
}  # fmt: skip


@dataclass(frozen=True)
class Lane:
    """Judgements that wait for the same thing."""

    title: str
    rows: tuple[Judgement, ...]


@dataclass(frozen=True)
class JudgementPage:
    """One judgement: what it rests on, who said what (as far as one may know), what one may do."""

    judgement: Judgement
    pieces: tuple[Evidence, ...]
    opinions: tuple[Opinion, ...]
    levels: tuple[Level, ...]
    given: tuple[Level, ...]  # by adults, newest of each voice; one of them is agreed on
    is_blind: bool
    sees_student: bool  # beyond this one judgement
    may_judge: bool
    may_second: bool
    may_accept: bool
    may_propose: bool
    tone: str


def judgement_page(viewer: Viewer, judgement: Judgement) -> JudgementPage:
    """Read one. Three statements, and what the rules ask."""
    opinions = tuple(rules.opinions_on(viewer, judgement))
    voices = (Opinion.Voice.FIRST, Opinion.Voice.SECOND)
    newest = {one.voice: one.level for one in opinions if one.voice in voices and one.level}
    blind, state = rules.is_blind(viewer, judgement), judgement.state
    judges = rules.may_judge(viewer, judgement.student) and not blind
    waits = state == State.RATED and judgement.needs_second
    return JudgementPage(
        judgement=judgement,
        pieces=tuple(rules.pieces_for(viewer, judgement)),
        opinions=opinions,
        levels=tuple(levels_of(judgement.goal.framework)),
        given=tuple(dict.fromkeys(newest.values())),
        is_blind=blind,
        sees_student=judges or (not blind and judgement.second_id != viewer.person_id),
        may_judge=judges,
        may_second=waits and rules.may_judge_second(viewer, judgement),
        may_accept=judges and not waits and state in {State.RATED, State.MODERATED},
        may_propose=rules.may_propose(viewer, judgement.student)
        and state in {State.PROPOSED, State.RATED, State.MODERATED, State.RETURNED},
        tone=TONES[State(state)],
    )


@dataclass(frozen=True)
class Turn:
    """One point in how a goal developed: a level by one voice, on a day."""

    on: date
    voice: str
    label: str
    who: str
    level: Level
    href: str


@dataclass(frozen=True)
class GoalStory:
    """How one goal went, over all its versions, oldest first. `now` is the level agreed last."""

    goal: Goal
    turns: tuple[Turn, ...]
    now: Level | None
    open: Judgement | None


def goal_story(viewer: Viewer, student: Student, goal: Goal) -> GoalStory:
    """Read how judgements of a goal developed. Two statements; the same goal in earlier versions too."""
    rows = list(
        rules.visible_judgements(viewer)
        .filter(student=student, goal__identifier=goal.identifier)
        .order_by("pk")
    )
    shown = {row.pk: row for row in rows}
    voices = (Opinion.Voice.SELF, Opinion.Voice.AGREED)
    said = rules.opinions_of(rows, voices)
    closed = [row for row in rows if row.level is not None]
    return GoalStory(
        goal=goal,
        turns=tuple(
            Turn(
                one.at.astimezone(viewer.school.zone).date(), one.voice, one.get_voice_display(),
                one.by.name, one.level, shown[one.judgement_id].get_absolute_url(),
            )
            for one in said
            if one.level is not None
        ),
        now=closed[-1].level if closed else None,
        open=next((row for row in rows if row.state != State.AWARDED), None),
    )  # fmt: skip


def lines_for(viewer: Viewer, student: Student) -> dict[str, Line]:
    """For the page of a student's goals: for each goal the level agreed last, or what waits. One statement."""
    lines: dict[str, Line] = {}
    for row in rules.visible_judgements(viewer).filter(student=student).order_by("pk"):
        text = row.level.label if row.level else row.get_state_display()
        href = url("judgements:story", student.public_id, row.goal.public_id)
        lines[row.goal.identifier] = Line(text, href, TONES[State(row.state)])
    return lines


def rests_on(evidence: Evidence) -> bool:
    """Whether the file of a piece has to stay because a judgement rests on it."""
    return rules.rests(evidence)


def student_lanes(viewer: Viewer, student: Student) -> list[Judgement]:
    """A student's judgements, what is open first, the newest first. One statement."""
    rows = rules.visible_judgements(viewer).filter(student=student)
    return list(rows.order_by("-closed_on", "-pk")[:200])


def queue_filter(viewer: Viewer, kind: str) -> Q:
    """Which judgements wait: for a first or a second word, for agreement, for an award."""
    second = Q(state=State.RATED, needs_second=True)
    return {
        "first": Q(state=State.PROPOSED),
        "second": second & (Q(second=viewer.person_id) | Q(second=None)),
        "agree": Q(state=State.MODERATED) | Q(state=State.RATED, needs_second=False),
        "award": Q(state=State.ACCEPTED),
        "done": Q(state=State.AWARDED),
    }[kind]


@dataclass(frozen=True)
class Judged:
    """How many goals were agreed or awarded, and how many are under way."""

    agreed: int
    open: int


def judged(viewer: Viewer, student: Student) -> Judged:
    """For a student's page: two numbers. One statement."""
    return Judged(*rules.counted(viewer, student))
