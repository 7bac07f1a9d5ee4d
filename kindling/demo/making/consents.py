"""What families allow at Harbor View, and a survey about sleep that families are told of."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Q

from kindling.consents.models import Consent, ConsentWord, Purpose, PurposeText
from kindling.people.models import Connection, Student
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.surveys.models import Invitation, Survey, SurveyQuestion, SurveySum

USED = ("notice", "directory", "photo", "ride", "medical", "texts", "machine", "recording")
SAYS = {"notice": "seen"}


def make_consents(school: School, students: list[Student]) -> None:
    """Dana reviewed the words of eight purposes; most families have answered, Rosa waits for two."""
    dana = Person.objects.get(school=school, name="Dana Okafor")
    now = school.now()
    Purpose.objects.filter(school=school, kind__in=USED).update(is_used=True)
    texts = PurposeText.objects.filter(school=school, purpose__kind__in=USED)
    read = Q(is_original=True) | Q(language="es")
    texts.filter(read).update(state="reviewed", reviewed_by=dana, reviewed_at=now)
    texts.filter(language="ar").update(allowed_by=dana, allowed_at=now)
    originals = {
        one.purpose.kind: one for one in texts.filter(is_original=True).select_related("purpose")
    }
    family = _families(school, students)
    _answers(school, [one for one in students if one.pk in family], family, originals, dana)
    _survey(school, students, family)


def _families(school: School, students: list[Student]) -> dict[int, Person]:
    ties = Connection.objects.filter(
        school=school, role=Role.GUARDIAN, student__in=students, until_on__isnull=True
    )
    ties = ties.select_related("adult").order_by("pk")
    return {one.student_id: one.adult for one in ties if one.has_decide}


def _answers(
    school: School, students: list[Student], family: dict[int, Person],
    originals: dict[str, PurposeText], dana: Person,
) -> None:  # fmt: skip
    now = school.now()
    rows = [
        _one(school, student, kind, number, dana)
        for number, student in enumerate(students)
        for kind in USED
    ]
    said = [
        (one, "no" if one.state == "declined" else SAYS.get(one.kind, "yes"))
        for one in rows
        if one.state != "asked"
    ]
    Consent.objects.bulk_create(rows)
    ConsentWord.objects.bulk_create(
        ConsentWord(
            school=school, consent=one, person=family[one.student_id], says=says, way="link",
            text=originals[one.kind], sha256=originals[one.kind].sha256, language="en",
            until_on=one.until_on, at=now - timedelta(days=20),
        )
        for one, says in said
    )  # fmt: skip


def _one(school: School, student: Student, kind: str, number: int, dana: Person) -> Consent:
    today, now, ago = school.today(), school.now(), timedelta(days=20)
    is_luis = student.name == "Luis Diaz"
    waits = kind in {"photo", "ride"} if is_luis else (number + len(kind)) % 7 == 0
    state = "asked" if waits else "given"
    if kind == "ride" and number % 9 == 4:
        state = "declined"
    given: dict[str, Any] = (
        {"basis": "family", "answered_at": now - ago} if state != "asked" else {}
    )
    if state == "given":
        given |= {"since_on": today - ago, "until_on": today + 10 * ago}
    return Consent(
        school=school, student=student, kind=kind, state=state, asked_by=dana, asked_at=now - ago,
        **given,
    )  # fmt: skip


def _survey(school: School, students: list[Student], family: dict[int, Person]) -> None:
    """It opens in nine days; Luis’ mother has not answered yet."""
    today = school.today()
    survey = Survey.objects.create(
        school=school, title="Sleep and worries",
        why="We choose what the counselor offers in spring. Nobody sees what one student says.",
        opens_on=today + timedelta(days=9), closes_on=today + timedelta(days=16),
        state="announced", written_by=Person.objects.get(school=school, name="Chen Wu"),
    )  # fmt: skip
    asked = [
        ("How many hours do you sleep on a school night?", ["Under 6", "6 to 7", "8 or more"], ""),
        ("How often do you worry so much that you cannot sleep?", ["Never", "Sometimes", "Often"], "mind"),
    ]  # fmt: skip
    for position, (text, choices, topic) in enumerate(asked, 1):
        question = SurveyQuestion.objects.create(
            school=school, survey=survey, position=position, text=text, choices=choices, topic=topic
        )
        SurveySum.objects.bulk_create(
            SurveySum(school=school, question=question, choice=at) for at in range(len(choices))
        )
    Invitation.objects.bulk_create(
        Invitation(school=school, survey=survey, student=one)
        for one in students
        if one.pk in family
    )
