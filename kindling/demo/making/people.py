"""Staff, students, families and advisories."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from kindling.accounts.models import User
from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.demo.making.school import first_day
from kindling.demo.names import ADVISORIES, FAMILY, GIVEN
from kindling.people.models import Connection, Student
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import Role
from kindling.sites.models import Site

PER_ADVISORY = 17


def make_person(
    school: School, name: str, *roles: Role, signs_in: bool = True, **facts: Any
) -> Person:
    """Make somebody with these hats since the first day of school."""
    given, _, family = name.partition(" ")
    host = f"{school.slug}.example.org"
    email = f"{given}.{family}@{host}".lower().replace(" ", "").replace("'", "")
    user = User.objects.create_user(email, email) if signs_in else None
    facts = {"email": email, "user": user} | facts
    person = Person(school=school, given_name=given, family_name=family, **facts).compose()
    person.save()
    since = first_day(school)
    Membership.objects.bulk_create(
        Membership(school=school, person=person, role=role, since_on=since) for role in roles
    )
    return person


def own_phone(school: School, chance: random.Random) -> str:
    """Return a number that nobody there has: one number twice would mean one person or one site."""
    number = chance.randint(200, 999)
    while is_in_use(school, phone := f"(401) 555-0{number}"):
        number = number + 1 if number < 999 else 200
    return phone


def is_in_use(school: School, phone: str) -> bool:
    return any(kind.objects.filter(school=school, phone=phone).exists() for kind in (Person, Site))


def make_staff(school: School) -> dict[str, Person]:
    """Everyone of the cast who is no student."""
    named = {
        "Chen Wu": [Role.COORDINATOR],
        "Dana Okafor": [Role.PRINCIPAL, Role.ADMINISTRATOR],
        "Priya Nair": [Role.REGISTRAR],
        "Liam Frost": [Role.COACH],
        "Tasha Greene": [Role.ALUM],
    }
    return {
        name: make_person(school, name, *roles, phone="(401) 555-0101")
        for name, roles in named.items()
    }


def make_advisories(school: School) -> list[Advisory]:
    """Seven advisories, each with its advisor."""
    made = []
    for number, (name, advisor, grade) in enumerate(ADVISORIES):
        advisory = Advisory.objects.create(school=school, name=name, grade=grade)
        lead = make_person(school, advisor, Role.ADVISOR, phone=f"(401) 555-01{10 + number}")
        AdvisoryAdvisor.objects.create(
            school=school, advisory=advisory, person=lead, since_on=first_day(school)
        )
        made.append(advisory)
    return made


def birthday(chance: random.Random, school: School, grade: str) -> date:
    """A birthday that fits the year in school: 101 is about fourteen."""
    age = {"101": 14, "201": 15, "301": 16, "401": 17}[grade]
    return school.today() - timedelta(days=age * 365 + chance.randint(30, 330))


def make_students(
    school: School, advisories: list[Advisory], chance: random.Random
) -> list[Student]:
    """About 120 students, most with a guardian, each connected with their advisor."""
    given, family = GIVEN[:], FAMILY[:]
    chance.shuffle(given)
    chance.shuffle(family)
    students = [make_cast_student(school, advisories[0], *facts) for facts in cast_students(school)]
    for number, advisory in enumerate(advisories):
        room = PER_ADVISORY - (3 if number == 0 else 0)
        for _n in range(room):
            name = f"{given[len(students) % len(given)]} {family[len(students) % len(family)]}"
            born = birthday(chance, school, advisory.grade)
            student = make_student(school, advisory, name, advisory.grade, born)
            make_guardian(student, family[len(students) % len(family)], given, chance)
            students.append(student)
    return students


def cast_students(school: School) -> list[tuple[str, str, date]]:
    """Maya is 14, Jordan just 16, Luis nearly 18, whenever the demo is made."""
    today = school.today()
    return [
        ("Maya Santos", "101", today - timedelta(days=14 * 365 + 200)),
        ("Jordan Blake", "201", today - timedelta(days=16 * 365 + 25)),
        ("Luis Diaz", "401", today - timedelta(days=17 * 365 + 340)),
    ]


def make_cast_student(school: School, tide: Advisory, name: str, grade: str, born: date) -> Student:
    student = make_student(school, tide, name, grade, born)
    if name == "Luis Diaz":
        rosa = make_person(
            school, "Rosa Diaz", Role.GUARDIAN, language="es", phone="(401) 555-0177"
        )
        connect(student, rosa, Role.GUARDIAN, relation="madre", is_primary=True)
    return student


def make_student(school: School, advisory: Advisory, name: str, grade: str, born: date) -> Student:
    since = first_day(school)
    person = make_person(school, name, Role.STUDENT)
    student: Student = Student.objects.create(
        school=school,
        person=person,
        grade=grade,
        birth_on=born,
        enrolled_on=since,
        number=f"{1000 + person.pk}",
    )
    AdvisoryStudent.objects.create(
        school=school, advisory=advisory, student=student, since_on=since
    )
    lead = advisory.advisors.get()
    connect(student, lead.person, Role.ADVISOR)
    return student


def make_guardian(student: Student, family: str, given: list[str], chance: random.Random) -> None:
    """A guardian with a phone; some read Spanish or Arabic."""
    name = f"{chance.choice(given)} {family}"
    language = chance.choices(["en", "es", "ar"], [70, 24, 6])[0]
    phone = own_phone(student.school, chance)
    email = f"family{student.pk}@{student.school.slug}.example.org"
    guardian = make_person(
        student.school,
        name,
        Role.GUARDIAN,
        signs_in=False,
        language=language,
        phone=phone,
        email=email,
    )
    connect(student, guardian, Role.GUARDIAN, relation=chance.choice(["mother", "father", "aunt"]))


def connect(student: Student, adult: Person, role: Role, **facts: Any) -> None:
    Connection.objects.create(
        school=student.school,
        student=student,
        adult=adult,
        role=role,
        since_on=student.enrolled_on,
        **facts,
    )
