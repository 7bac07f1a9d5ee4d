"""One talk, and all talks with one student."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kindling.meetings.models import Commitment
from kindling.people.models import Student
from kindling.people.rules import is_own
from kindling.schools.viewer import Viewer
from kindling.talks import rules
from kindling.talks.models import LastTalk, Talk
from kindling.talks.prompts import QUESTIONS, Question
from kindling.talks.rules import advises


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a talk with what stands there, and what the viewer may do with it."""

    question: Question
    text: str
    may_write: bool
    is_between_us: bool


@dataclass(frozen=True, slots=True)
class TalkPage:
    """A talk as one of its two people sees it."""

    talk: Talk
    student: Student
    is_own: bool  # the student is looking
    family_reads: bool
    prepared: list[Part]
    notes: list[Part]
    promises: list[Commitment]
    today: date


def talk_page(viewer: Viewer, talk: Talk) -> TalkPage:
    """Gather a talk that the viewer sees. Three statements."""
    own = is_own(viewer, talk.student)
    advising = not own and advises(viewer, talk.student)

    def part(field: str) -> Part:
        mine = {"wants": own, "brings": advising}.get(field, own or advising)
        # What one wanted to say stands as it was; notes are open until the talk is closed.
        is_open = talk.state != Talk.State.CLOSED if field in Talk.NOTES else not talk.is_over
        mine, text = mine and is_open, getattr(talk, field)
        return Part(QUESTIONS[field], text, mine, field in talk.between_us)

    return TalkPage(
        talk=talk,
        student=talk.student,
        is_own=own,
        family_reads=rules.choice_of(viewer).shows(talk),
        prepared=[part("wants"), part("brings")],
        notes=[part(field) for field in Talk.NOTES],
        promises=list(rules.promises_of(talk)),
        today=viewer.school.today(),
    )


@dataclass(frozen=True, slots=True)
class WithPage:
    """All talks with one student: the next one, when the last was, and how often."""

    student: Student
    coming: Talk | None
    last: LastTalk | None
    every_days: int
    is_own: bool
    may_hold: bool
    is_silent: bool
    promises: list[Commitment]


def with_page(viewer: Viewer, student: Student) -> WithPage:
    """Gather the head of the page. Four statements, five for an advisor."""
    own = is_own(viewer, student)
    last, choice = rules.last_talk_of(student), rules.choice_of(viewer)
    today = viewer.school.today()
    return WithPage(
        student=student,
        coming=rules.next_talks(viewer, [student.pk]).first(),
        last=last,
        every_days=(last and last.every_days) or choice.every_days,
        is_own=own,
        may_hold=not own and advises(viewer, student),
        is_silent=last is not None and last.is_silent(today, choice.silent_days),
        promises=list(rules.open_promises(viewer, [student.pk])[:20]),
    )


def family_parts(talk: Talk) -> list[tuple[Question, str]]:
    """What a family reads of a talk: notes that are not marked “between us”."""
    told = [(QUESTIONS[name], getattr(talk, name)) for name in Talk.FIELDS]
    return [(q, text) for q, text in told if text.strip() and q.field not in talk.between_us]
