"""One entry with its thread, the reading room, and a student's own journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kindling.journals import rules
from kindling.journals.models import (
    JournalEntry,
    JournalGoal,
    JournalHanding,
    JournalReply,
    JournalRequest,
    JournalShare,
    JournalSum,
)
from kindling.journals.prompts import prompt_after, prompt_asked
from kindling.people.models import Student
from kindling.people.rules import OF_AGE, is_own
from kindling.placements.models import Placement
from kindling.schools.viewer import Viewer

MOST = 200  # of the line that the room knows


@dataclass(frozen=True, slots=True)
class EntryPage:
    """An entry as the student or their advisor sees it."""

    entry: JournalEntry
    is_own: bool
    asked: str
    replies: list[JournalReply]
    shares: list[JournalShare]
    handings: list[JournalHanding]
    goals: list[JournalGoal]
    place: Placement | None
    of_a_child: set[str]  # whom the student let read it before eighteen, who now reads it no more

    @property
    def heading(self) -> str:
        return self.entry.title or self.asked

    @property
    def open_whoms(self) -> set[str]:
        return {share.whom for share in self.shares}

    @property
    def to_pass_on(self) -> list[JournalShare]:
        """What the student wants a mentor to read, and nobody has sent yet."""
        mentor = JournalShare.Whom.MENTOR
        return [one for one in self.shares if one.whom == mentor and one.passed_at is None]


def entry_page(viewer: Viewer, entry: JournalEntry) -> EntryPage:
    """Gather one entry that the viewer reads. Five statements."""
    shares = list(rules.shares_of(entry))
    return EntryPage(
        entry=entry,
        is_own=is_own(viewer, entry.student),
        asked=prompt_asked(entry.prompt),
        replies=list(rules.replies_of(entry)),
        shares=shares,
        handings=list(rules.handings_of(entry)),
        goals=list(rules.goals_of(entry)),
        place=rules.place_of(entry.student),
        of_a_child=_of_a_child(viewer, entry.student, shares),
    )


def _of_a_child(viewer: Viewer, student: Student, shares: list[JournalShare]) -> set[str]:
    """What the family of a student who is of age no longer reads, as `rules.shared_entries` says."""
    if (student.age_on(viewer.school.today()) or 0) < OF_AGE:
        return set()
    family, zone = (JournalShare.Whom.FAMILY, JournalShare.Whom.TEAM), viewer.school.zone
    days = {one.whom: one.since_at.astimezone(zone).date() for one in shares if one.whom in family}
    return {whom for whom, day in days.items() if (student.age_on(day) or 0) < OF_AGE}


@dataclass(frozen=True, slots=True)
class Room:
    """Where one stands in the line of entries that wait."""

    number: int  # from 1; 0 for an entry that does not wait
    total: int
    before: str  # public ids, "" at either end
    after: str


def room_for(viewer: Viewer, entry_id: str) -> Room:
    """Find the place of an entry in the line. One statement."""
    line = list(rules.waiting_entries(viewer).values_list("public_id", flat=True)[:MOST])
    if entry_id not in line:
        return Room(0, len(line), "", line[0] if line else "")
    here = line.index(entry_id)
    before = line[here - 1] if here else ""
    return Room(here + 1, len(line), before, line[here + 1] if here + 1 < len(line) else "")


@dataclass(frozen=True, slots=True)
class Own:
    """The head of a student's own journal."""

    student: Student
    sum: JournalSum | None
    prompt: str
    requests: list[JournalRequest]
    a_week: int  # entries that the school hopes for
    this_week: int


def own_page(viewer: Viewer, student: Student) -> Own:
    """Gather it in four statements."""
    told = rules.sum_of(student)
    asked = rules.visible_requests(viewer).filter(student=student)[:20]
    written = dict(rules.written_this_week(viewer, [student.pk]))
    return Own(
        student=student,
        sum=told,
        prompt=prompt_after(told.entries if told else 0),
        requests=list(asked),
        a_week=rules.choice_of(viewer).a_week,
        this_week=written.get(student.pk, 0),
    )


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A student's journal in a list."""

    student: Student
    waiting: int
    this_week: int
    sum: JournalSum | None


def desk_lines(viewer: Viewer, students: list[Any]) -> list[DeskLine]:
    """Students with what waits, and what they wrote since Monday. One statement."""
    written = dict(rules.written_this_week(viewer, [one.pk for one in students]))
    told = [(one, getattr(one, "journal_sum", None)) for one in students]
    return [
        DeskLine(one, line.waiting if line else 0, written.get(one.pk, 0), line)
        for one, line in told
    ]


def journal_line(viewer: Viewer, student: int) -> JournalSum | None:
    """A student's journal in numbers, for their page or their Today. One statement."""
    return rules.visible_sums(viewer).filter(student=student).first()


def unread_journals(viewer: Viewer) -> int:
    """How many entries wait for this advisor: for their Today. One statement."""
    waiting = rules.visible_sums(viewer).values_list("waiting", flat=True)
    return sum(waiting.filter(student__in=rules.advised_students(viewer)))
