"""What each grade asks for this year, and what students did besides their internships."""

from __future__ import annotations

import random
from datetime import date, timedelta

from kindling.demo.making.school import first_day
from kindling.exploring.models import Experience
from kindling.people.models import Student
from kindling.requirements.models import CreditRule, Requirement
from kindling.schools.models import Person, School, SchoolYear

ASKED = {
    "101": {"hours": 100, "either": 3},
    "201": {"hours": 200, "either": 2},
    "301": {"hours": 250, "either": 1},
    "401": {"hours": 250},
}
VISITED = [
    ("Corner Bakery", "Marta Ruiz", "She gets up at three and likes it."),
    ("City Archive", "Noel Banks", "Old maps are read with gloves on."),
    ("Radio Harbor", "Dee Walsh", "Silence on air is the worst sound."),
    ("Fire Station 4", "Captain Ruth Bell", "Most calls are not fires."),
    ("Tidewater Dental", "Dr. Imani Cole", "Half of the work is calming people."),
    ("Elm Street Garage", "Pete Voss", "Listen to the engine first."),
]
SHADOW, INTERVIEW = Experience.Kind.SHADOW, Experience.Kind.INTERVIEW


def make_requirements(school: School, students: list[Student], chance: random.Random) -> None:
    """Rules as a school of this kind has them; most of the younger ones have met somebody."""
    year = SchoolYear.objects.get(school=school)
    Requirement.objects.bulk_create(
        Requirement(school=school, year=year, grade=grade, kind=kind, amount=amount)
        for grade, kinds in ASKED.items()
        for kind, amount in kinds.items()
    )
    CreditRule.objects.create(school=school, year=year, hours=135)
    Experience.objects.bulk_create(
        one
        for student in students
        if student.grade in {"101", "201"} and chance.random() < 0.75
        for one in experiences_of(student, chance)
    )


def experiences_of(student: Student, chance: random.Random) -> list[Experience]:
    """One to three visits; the last one may still wait for the advisor."""
    lead = student.advisory_seats.get().advisory.advisors.get().person
    met = chance.sample(VISITED, chance.randint(1, 3))
    span = (student.school.today() - first_day(student.school)).days
    days = sorted(chance.sample(range(14, span - 3), len(met)))
    return [
        visit(student, first_day(student.school) + timedelta(days=day), place, lead, chance)
        if number + 1 < len(met) or chance.random() < 0.6
        else visit(student, first_day(student.school) + timedelta(days=day), place, None, chance)
        for number, (day, place) in enumerate(zip(days, met, strict=True))
    ]


def visit(
    student: Student,
    on: date,
    place: tuple[str, str, str],
    lead: Person | None,
    chance: random.Random,
) -> Experience:
    where, who, learned = place
    kind = chance.choice([SHADOW, INTERVIEW, INTERVIEW])
    on -= timedelta(days=max(0, on.weekday() - 4))
    return Experience(
        school=student.school, student=student, kind=kind, on=on, place=where, who=who,
        minutes=240 if kind == SHADOW else 30, learned=learned, by=student.person,
        state=Experience.State.VERIFIED if lead else Experience.State.ENTERED, decided_by=lead,
    )  # fmt: skip
