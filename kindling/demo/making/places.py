"""Places round the school, their mentors and seats; and what students care about."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from kindling.demo.making.people import make_person, own_phone
from kindling.demo.making.school import first_day
from kindling.demo.names import MENTORS
from kindling.demo.places import INTERESTS, PLACES
from kindling.interests.models import Interest
from kindling.people.models import Student
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.sites.models import (
    Opportunity,
    OpportunityArea,
    Organisation,
    Seat,
    Site,
    SiteMentor,
    Suggestion,
    Wish,
)

STREETS = ["Water St", "Wharf Rd", "Elm St", "Broad St", "Mill Ln", "Hope St", "Canal Ave"]


def make_places(school: School, chance: random.Random) -> list[Opportunity]:
    """All places of the list, each with one lead mentor; one paused, one closed."""
    made = []
    for number, line in enumerate(PLACES):
        mentor = "Sam Ito" if number == 0 else MENTORS[number - 1]
        made.append(make_place(school, line.split("|"), mentor, chance))
    paused, closed = made[20], made[32]
    paused.state = Opportunity.State.PAUSED
    paused.ask_again_on = school.today() + timedelta(days=20)
    paused.save(update_fields=["state", "ask_again_on"])
    closed.state = Opportunity.State.CLOSED
    closed.save(update_fields=["state"])
    return made


def make_place(school: School, facts: list[str], mentor: str, chance: random.Random) -> Opportunity:
    name, title, area, what, starts, ends, capacity, age = facts
    site = make_site(school, name, chance)
    make_mentor(site, mentor, chance)
    place = Opportunity(
        school=school,
        site=site,
        title=title,
        what=what,
        starts_at=datetime.strptime(starts, "%H:%M").time(),  # noqa: DTZ007 (a wall clock's time)
        ends_at=datetime.strptime(ends, "%H:%M").time(),  # noqa: DTZ007
        capacity=int(capacity),
        min_age=None if age == "-" else int(age),
        bring=chance.choice(["Lunch", "Lunch and a water bottle", "A notebook", ""]),
        wear=chance.choice(["Closed shoes", "Clothes that may get dirty", "Something neat", ""]),
    )
    place.compose_words([area]).save()
    OpportunityArea.objects.create(school=school, opportunity=place, area=area)
    Seat.objects.bulk_create(
        Seat(school=school, opportunity=place, number=n + 1) for n in range(place.capacity)
    )
    return place


def make_site(school: School, name: str, chance: random.Random) -> Site:
    home = Organisation.objects.create(school=school, name=name)
    site: Site = Site.objects.create(
        school=school,
        organisation=home,
        name=name,
        address=own_address(school, chance),
        city="Providence",
        postal_code="02903",
        latitude=(school.latitude or 0) + chance.gauss(0, 0.045),
        longitude=(school.longitude or 0) + chance.gauss(0, 0.06),
        phone=own_phone(school, chance),
        languages=chance.choice(["English", "English, Spanish", "English, Portuguese"]),
        access=chance.choice(["Step-free entrance", "Two steps at the door", "Lift", ""]),
    )
    return site


def own_address(school: School, chance: random.Random) -> str:
    """Return an address where no other site is."""
    number, street = chance.randint(2, 480), chance.choice(STREETS)
    while Site.objects.filter(school=school, address=f"{number} {street}").exists():
        number += 2
    return f"{number} {street}"


def make_mentor(site: Site, name: str, chance: random.Random) -> Person:
    phone = own_phone(site.school, chance)
    mentor = make_person(site.school, name, Role.MENTOR, signs_in=False, phone=phone)
    SiteMentor.objects.create(
        school=site.school, site=site, person=mentor, is_lead=True, since_on=first_day(site.school)
    )
    return mentor


def make_interests(students: list[Student], chance: random.Random) -> None:
    """One to three interests each; about half of them shared with the advisor."""
    rows = []
    for student in students:
        for words, why, area in chance.sample(INTERESTS, chance.randint(1, 3)):
            since = student.enrolled_on + timedelta(days=chance.randint(0, 60))
            rows.append(
                Interest(
                    school=student.school,
                    student=student,
                    words=words,
                    why=why,
                    area=area,
                    since_on=since,
                    shared_on=since if chance.random() < 0.5 else None,
                    changed_at=student.school.now(),
                )
            )
    Interest.objects.bulk_create(rows)


def make_wishes(maya: Student, rosa: Person, luis: Student, places: list[Opportunity]) -> None:
    """Maya keeps two places in mind; Rosa knows of one that the school does not."""
    for place in places[1:3]:
        Wish.objects.create(school=maya.school, student=maya, opportunity=place)
    Suggestion.objects.create(
        school=luis.school,
        by_person=rosa,
        student=luis,
        name="Panadería La Esperanza",
        what="Mi hermana necesita ayuda por la mañana y quiere enseñar.",
        contact="Elena, (401) 555-0188",
        area="food",
    )
