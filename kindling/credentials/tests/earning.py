"""What Luis earned, for tests of credentials."""

from __future__ import annotations

from datetime import date

from kindling.attendance.models import Hours
from kindling.attendance.tests.placed import make_placement
from kindling.credentials.models import Endorsement
from kindling.judgements.actions import accept_judgement, award_judgement, begin_judgement
from kindling.judgements.models import Judgement
from kindling.judgements.tests.judging import a_piece, goal_of, level_of, said
from kindling.people.models import Student
from kindling.placements.models import Placement
from tests.cast import Cast

WORDS = "Luis stayed calm with every animal, and he asks before he does. I would hire him."


def ended_internship(cast: Cast, *, minutes: int = 135 * 60, student=None, place=None) -> Placement:
    """Luis at the shelter, three weeks, ended, with confirmed hours."""
    placement = make_placement(student or cast.luis, place or cast.shelter, cast.sam)
    Placement.objects.filter(pk=placement.pk).update(
        state=Placement.State.ENDED, starts_on=date(2026, 9, 8), ends_on=date(2026, 10, 9)
    )
    placement.refresh_from_db()
    if minutes:
        Hours.objects.create(
            school=cast.school, placement=placement, student=placement.student, confirmed=minutes
        )
    return placement


def endorsed(placement: Placement, words: str = WORDS) -> Endorsement:
    """Sam's words, given."""
    return Endorsement.objects.create(
        school=placement.school, placement=placement, mentor=placement.mentor, state="given",
        asked_at="2026-10-10T12:00Z", given_at="2026-10-11T12:00Z", words=words,
        skills=["Animal handling", "Record keeping"],
    )  # fmt: skip


def awarded_judgement(cast: Cast, code: str = "ER1") -> Judgement:
    """The third level of a goal, awarded to Luis by Ana."""
    goal, ana = goal_of(cast, code), cast.as_("ana")
    made = begin_judgement(cast.luis, goal, said(goal, 3), pieces=[a_piece(cast)], by=ana)
    Judgement.objects.filter(pk=made.pk).update(needs_second=False)
    made.refresh_from_db()
    accept_judgement(made, level_of(goal, 3), by=ana)
    award_judgement(made, by=ana)
    return made


def graduated(student: Student) -> Student:
    Student.objects.filter(pk=student.pk).update(
        state=Student.State.GRADUATED, left_on=date(2026, 10, 9)
    )
    student.refresh_from_db()
    return student
