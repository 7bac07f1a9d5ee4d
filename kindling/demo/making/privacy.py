"""What was destroyed last summer, a student on hold, and a phone that was lost and found."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kindling.people.models import Student
from kindling.privacy.actions.certifying import certify
from kindling.privacy.duties import DUTIES
from kindling.privacy.models import Breach, BreachDuty, BreachWord, Hold, Run, RunLine, Seen
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer

GONE = [
    ("days", "record", 5210, 0, 0), ("plan", "record", 388, 0, 0), ("private", "private", 904, 0, 0),
    ("work", "work", 611, 14, 402), ("letters", "letters", 2875, 0, 0),
]  # fmt: skip


def make_privacy(school: School, students: list[Student]) -> None:
    """Priya destroyed and holds; Dana answered for Ana's phone."""
    people = {one.name: one for one in Person.objects.filter(school=school, student__isnull=True)}
    priya, dana, ana = (people[name] for name in ("Priya Nair", "Dana Okafor", "Ana Reyes"))
    _destroyed(school, priya)
    Hold.objects.create(
        school=school, student=students[1], by=priya, since_at=school.now() - timedelta(days=20),
        reason="The family asked to have a day of attendance put right; the answer is open.",
    )  # fmt: skip
    _lost(school, students[:3], dana, ana)


def _destroyed(school: School, priya: Person) -> None:
    at = school.now() - timedelta(days=75)
    run = Run.objects.create(
        school=school, on=at.date(), state=Run.State.DONE, by=priya, at=at, students=23, held=1
    )
    RunLine.objects.bulk_create(
        RunLine(
            school=school, run=run, topic=topic, keep=keep, found=gone + stays, stays=stays,
            gone=gone, files=files,
        )
        for topic, keep, gone, stays, files in GONE
    )  # fmt: skip
    certify(run, by=Viewer.of_person(priya))


def _lost(school: School, students: list[Student], dana: Person, ana: Person) -> None:
    found, today = school.now() - timedelta(days=2), school.today()
    usual: dict[str, Any] = {"school": school}
    case = Breach.objects.create(
        **usual, kind="device", person=ana, by=dana, found_at=found, stopped_at=found,
        since_on=today - timedelta(days=3), until_on=today - timedelta(days=2),
        happened="Ana’s phone stayed on the bus on Thursday. It was locked. The driver had it on Friday.",
    )  # fmt: skip
    Seen.objects.bulk_create(
        Seen(**usual, breach=case, student=one, topics=["who", "days", "plan"], was_opened=False)
        for one in students
    )
    BreachDuty.objects.bulk_create(
        BreachDuty(
            **usual, breach=case, key=one.key, due_at=found + one.within,
            done_at=found if one.key == "stop" else None,
            done_by=dana if one.key == "stop" else None,
        )
        for one in DUTIES
    )  # fmt: skip
    BreachWord.objects.create(
        **usual, breach=case, by=dana, at=found, text="Called the bus company. They have it."
    )
