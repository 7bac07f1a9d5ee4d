"""The people of every test. Otto, from another school, must never see a thing."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import time_machine
from django.apps import apps
from django.db import connection
from django.db.models import Model

from kindling.accounts.models import User
from kindling.advisory.actions import give_advisor, make_advisory, seat_student
from kindling.advisory.models import Advisory
from kindling.people.actions import connect
from kindling.people.models import Student
from kindling.schools import world
from kindling.schools.beginning import begin
from kindling.schools.models import (
    Installation,
    Membership,
    Network,
    Person,
    School,
    SchoolYear,
    Term,
)
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, OpportunityArea, Organisation, Seat, Site, SiteMentor

# Tuesday 13 October 2026, 9:00 at Harbor View: an internship day in the first trimester.
NOW = "2026-10-13T13:00:00+00:00"
FIRST_DAY = date(2026, 8, 31)
PASSWORD = "a long-enough password"


@dataclass
class Cast:
    """Persons by first name, students as Student rows, viewers as `cast.as_("ana")`."""

    network: Network
    school: School
    north: School
    tide: Advisory
    clinic: Opportunity
    shelter: Opportunity
    maya: Student
    jordan: Student
    luis: Student
    ana: Person
    chen: Person
    sam: Person
    rosa: Person
    dana: Person
    priya: Person
    liam: Person
    tasha: Person
    otto: Person

    def person(self, name: str) -> Person:
        someone = getattr(self, name)
        return someone.person if isinstance(someone, Student) else someone

    def as_(self, name: str) -> Viewer:
        """The viewer with today's hats."""
        return Viewer.of_person(self.person(name))

    def user(self, name: str) -> User:
        user = self.person(name).user
        assert user is not None
        return user


def make_school(network: Network, name: str, slug: str) -> School:
    school = School.objects.create(
        network=network, name=name, slug=slug, set_up_at="2026-08-01T12:00Z",
        phone="555 0100", latitude=41.82, longitude=-71.41,
    )  # fmt: skip
    year = SchoolYear.objects.create(
        school=school, label="2026-27", starts_on=FIRST_DAY, ends_on=date(2027, 6, 18)
    )
    spans = [
        ("2026-08-31", "2026-11-25"),
        ("2026-11-30", "2027-03-05"),
        ("2027-03-08", "2027-06-18"),
    ]
    for number, (first, last) in enumerate(spans, 1):
        Term.objects.create(
            school=school, year=year, kind="trimester", label=f"Trimester {number}",
            starts_on=first, ends_on=last,
        )  # fmt: skip
    begin(school)
    return school


def make_person(school: School, name: str, *roles: Role, user: bool = True, **facts: str) -> Person:
    given, _, family = name.partition(" ")
    email = f"{given.lower()}@{school.slug}.example.org"
    account = (
        User.objects.create_user(f"{school.slug}-{given.lower()}", email, PASSWORD)
        if user
        else None
    )
    person = Person(
        school=school, given_name=given, family_name=family, user=account,
        **({"email": email} | facts),
    ).compose()  # fmt: skip
    person.save()
    for role in roles:
        Membership.objects.create(school=school, person=person, role=role, since_on=FIRST_DAY)
    return person


def make_student(school: School, name: str, grade: str, birth_on: date, **facts: str) -> Student:
    person = make_person(school, name, Role.STUDENT, **facts)
    return Student.objects.create(
        school=school, person=person, grade=grade, birth_on=birth_on, enrolled_on=FIRST_DAY
    )


def make_place(school: School, organisation: str, title: str, **facts) -> Opportunity:
    home = Organisation.objects.create(school=school, name=organisation)
    site = Site.objects.create(
        school=school, organisation=home, name=organisation, address="12 Water Street",
        city="Providence", phone="555 0142", latitude=41.83, longitude=-71.40,
    )  # fmt: skip
    area = facts.pop("area", "land")
    usual = {"what": "Help with the daily work.", "starts_at": time(9), "ends_at": time(14)}
    place = Opportunity(school=school, site=site, title=title, **(usual | facts))
    place.compose_words([area]).save()
    OpportunityArea.objects.create(school=school, opportunity=place, area=area)
    for number in range(1, place.capacity + 1):
        Seat.objects.create(school=school, opportunity=place, number=number)
    return place


def make_cast() -> Cast:
    Installation.objects.create(is_demo=False)
    world.is_demo()  # the mark is asked for once a process, not on a counted page
    network = Network.objects.create(name="Coast Network", slug="coast")
    school = make_school(network, "Harbor View", "harbor-view")
    north = make_school(network, "Northgate", "northgate")
    registrar = Viewer.system(school)
    tide = make_advisory(by=registrar, name="Tide")
    clinic = make_place(school, "Bayside Animal Clinic", "Animal care assistant", min_age=16)
    shelter = make_place(school, "Harbor Animal Shelter", "Shelter helper")
    cast = Cast(
        network=network, school=school, north=north, tide=tide, clinic=clinic, shelter=shelter,
        maya=make_student(school, "Maya Santos", "101", date(2012, 3, 2)),
        jordan=make_student(school, "Jordan Blake", "201", date(2010, 10, 20)),
        luis=make_student(school, "Luis Diaz", "401", date(2009, 1, 9)),
        ana=make_person(school, "Ana Reyes", Role.ADVISOR, phone="555 0111"),
        chen=make_person(school, "Chen Wu", Role.COORDINATOR),
        sam=make_person(school, "Sam Ito", Role.MENTOR, user=False, phone="555 0199"),
        rosa=make_person(school, "Rosa Diaz", Role.GUARDIAN, language="es"),
        dana=make_person(school, "Dana Okafor", Role.PRINCIPAL),
        priya=make_person(school, "Priya Nair", Role.REGISTRAR),
        liam=make_person(school, "Liam Frost", Role.COACH),
        tasha=make_person(school, "Tasha Greene", Role.ALUM),
        otto=make_person(north, "Otto Lind", Role.ADVISOR),
    )  # fmt: skip
    give_advisor(tide, cast.ana, by=registrar, since_on=FIRST_DAY)
    for student in (cast.maya, cast.jordan, cast.luis):
        seat_student(student, tide, by=registrar, since_on=FIRST_DAY)
    connect(
        cast.luis, cast.rosa, Role.GUARDIAN, by=registrar, since_on=FIRST_DAY, relation="mother"
    )
    for place in (clinic, shelter):
        SiteMentor.objects.create(
            school=school, site=place.site, person=cast.sam, is_lead=True, since_on=FIRST_DAY
        )
    return cast


_kept: list[bytes] = []  # the cast, and the rows it consists of
_said: list[tuple[str, Any]] = []  # what put them in


def put_cast() -> Cast:
    """Like make_cast, and much faster: what this process made first is put in again."""
    if not _kept:
        found = {model for model, rows in tables() if rows}  # migrate leaves permissions
        with time_machine.travel(NOW, tick=False):  # no test is earlier than its cast
            cast = make_cast()
        made = [(model, rows) for model, rows in tables() if rows and model not in found]
        _kept.extend([pickle.dumps(cast), pickle.dumps(made)])
        return cast
    cast: Cast = pickle.loads(_kept[0])  # noqa: S301  our own
    if not _said:
        _said.extend(inserts(pickle.loads(_kept[1])))  # noqa: S301
    else:
        with connection.cursor() as cursor:
            for sql, params in _said:
                cursor.execute(sql, params)
    world.is_demo()
    return cast


def inserts(made: list[tuple[type[Model], list[Model]]]) -> list[tuple[str, Any]]:
    """Put the rows in; return the statements that did it, for the next time."""
    said: list[tuple[str, Any]] = []

    def keep(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("INSERT"):
            said.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        for model, rows in made:
            model._base_manager.bulk_create(rows)
    return said


def tables() -> list[tuple[type[Model], list[Model]]]:
    return [(model, list(model._base_manager.all())) for model in apps.get_models()]
