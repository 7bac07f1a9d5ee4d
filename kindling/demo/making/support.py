"""A 504 goal of Luis that travels in one sentence, a language goal, and two concerns."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kindling.people.models import Student
from kindling.schools.models import Person, School
from kindling.support.models import (
    Concern,
    ConcernReading,
    ConcernWord,
    SupportGoal,
    SupportReading,
    SupportTravel,
)


def make_support(school: School, students: list[Student]) -> None:
    """Nora Bell carries the goals; Ana one concern, Nora the other."""
    nora = Person.objects.get(school=school, name="Nora Bell")
    ana = Person.objects.get(school=school, name="Ana Reyes")
    maya, jordan, luis = students[:3]
    _goals(school, luis, jordan, nora, ana)
    _concerns(school, maya, jordan, nora, ana)


def _goals(school: School, luis: Student, jordan: Student, nora: Person, ana: Person) -> None:
    now, today = school.now(), school.today()
    usual: dict[str, Any] = {"school": school, "manager": nora, "by": nora}
    reads = SupportGoal.objects.create(
        **usual, student=luis, kind="504", review_on=today + timedelta(days=50),
        text="Reads for twenty minutes at a time and says what it was about.",
        helps="Texts read aloud, twice the time in a test, a quiet corner.",
    )  # fmt: skip
    SupportGoal.objects.create(
        **usual,
        student=jordan,
        kind="language",
        review_on=today + timedelta(days=90),
        text="Explains a step of the work in English, with three new words a week.",
        helps="New words the day before, with a picture.",
    )
    SupportTravel.objects.create(
        school=school, goal=reads, student=luis, state="allowed", asked_by=nora,
        sentence="Show it once, then say it: that works better than a written list.",
        answered_by=luis.person if _is_grown(luis) else _family(luis), answered_at=now,
    )  # fmt: skip
    SupportReading.objects.bulk_create(
        SupportReading(school=school, goal=reads, person=who, at=now - timedelta(days=ago))
        for who, ago in ((nora, 9), (ana, 4))
    )


def _is_grown(student: Student) -> bool:
    return (student.age_on(student.school.today()) or 0) >= 18


def _family(student: Student) -> Person | None:
    tie = student.connections.filter(role="guardian").select_related("adult").first()
    return tie.adult if tie else None


def _concerns(school: School, maya: Student, jordan: Student, nora: Person, ana: Person) -> None:
    today = school.today()
    tired = Concern.objects.create(
        school=school, student=jordan, owner=ana, by=ana, state="in_hand",
        strengths="Never misses a day at the clinic. Little ones trust Jordan at once.",
        text="Falls asleep in the first hour, three times in two weeks.",
        look_on=today + timedelta(days=6),
    )  # fmt: skip
    _words(tired, nora, ana)
    Concern.objects.create(
        school=school,
        student=maya,
        owner=nora,
        by=ana,
        look_on=today + timedelta(days=9),
        strengths="Draws what she cannot say.",
        text="Eats lunch alone since the second week.",
    )


def _words(tired: Concern, nora: Person, ana: Person) -> None:
    school, now, today = tired.school, tired.school.now(), tired.school.today()
    usual: dict[str, Any] = {"school": school, "concern": tired, "at": now - timedelta(days=5)}
    ConcernWord.objects.bulk_create([
        ConcernWord(**usual, kind="voice", by=ana, text="I help my uncle until ten. I like it."),
        ConcernWord(
            **usual, kind="action", by=ana, owner=nora, due_on=today + timedelta(days=2),
            text="Look with Jordan for an hour of sleep that nobody takes away.",
        ),
        ConcernWord(
            **usual, kind="action", by=ana, owner=ana, due_on=today - timedelta(days=1),
            text="Call home, and ask what would help there.",
        ),
    ])  # fmt: skip
    ConcernReading.objects.bulk_create(
        ConcernReading(school=school, concern=tired, person=who, at=now - timedelta(days=ago))
        for who, ago in ((ana, 5), (nora, 3))
    )
