"""One school of the network, all but its days: people, advisories, sites, internships."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import batched

from django.db import models
from django.utils import timezone

from kindling.accounts.models import User
from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.demo.network.plan import terms
from kindling.demo.network.rows import THURSDAY, TUESDAY, Intern
from kindling.people.models import Connection, Student
from kindling.placements.models import Placement, PlannedDay, Pursuit
from kindling.schools.beginning import begin
from kindling.schools.models import (
    Membership,
    Network,
    Person,
    School,
    SchoolYear,
    Term,
)
from kindling.schools.roles import Role
from kindling.sites.models import (
    Opportunity,
    OpportunityArea,
    Organisation,
    Seat,
    Site,
    SiteMentor,
)

EACH, PER_SITE, PER_MENTOR = 20, 10, 10
AREAS = ("land", "health", "food", "arts", "building")
GIVEN = ("Maya", "Jordan", "Luis", "Amina", "Kim", "Noah", "Zoe", "Omar", "Lena", "Sam", "Ines")
FAMILY = ("Santos", "Blake", "Diaz", "Ali", "Lee", "Reed", "Park", "Frost", "Okafor", "Vu")


@dataclass(frozen=True)
class Made:
    """What the days need to know."""

    school: School
    interns: list[Intern]
    term_ids: dict[date, int]


def write[M: models.Model](rows: Iterable[M]) -> list[M]:
    """Write rows of one model, so many at once."""
    if not (listed := list(rows)):
        return []
    manager = type(listed[0])._base_manager  # noqa: SLF001
    return manager.bulk_create(listed, batch_size=500)


def slug_of(number: int) -> str:
    return f"school-{number:03}"


def make_school(
    network: Network, number: int, size: int, *, zone: str, since: date, years: list[int]
) -> Made:
    """School number `number` with so many students, all placed since one day."""
    school = School.objects.create(
        network=network, name=f"School {number:03}", slug=slug_of(number), timezone=zone,
        phone="(401) 555-0100", latitude=41.8, longitude=-71.4, set_up_at=timezone.now(),
    )  # fmt: skip
    begin(school)
    term_ids = make_years(school, years)
    many = Many(school, since)
    advisors = many.people("advisor", -(-size // EACH), Role.ADVISOR, sign_in=True)
    many.people("coordinator", 1, Role.COORDINATOR, sign_in=True)
    many.people("principal", 1, Role.PRINCIPAL, sign_in=True)
    mentors = many.people("mentor", -(-size // PER_MENTOR), Role.MENTOR, sign_in=False)
    students = many.students(size)
    takes = many.advisories(students, advisors)
    places = many.places(mentors)
    placements = many.placements(students, places, mentors)
    interns = [
        Intern(one.pk, p.pk, takes[one.pk]) for one, p in zip(students, placements, strict=True)
    ]
    return Made(school, interns, term_ids)


def make_years(school: School, years: list[int]) -> dict[date, int]:
    """School years with three terms each; return the first day of each term → its key."""
    found = {}
    for first in years:
        year = SchoolYear.objects.create(
            school=school, label=f"{first}-{(first + 1) % 100:02}", starts_on=date(first, 8, 31),
            ends_on=date(first + 1, 6, 19),
        )  # fmt: skip
        for label, starts_on, ends_on in terms(first):
            term = Term.objects.create(
                school=school, year=year, kind=Term.Kind.TRIMESTER, label=label,
                starts_on=starts_on, ends_on=ends_on,
            )  # fmt: skip
            found[starts_on] = term.pk
    return found


class Many:
    """Makes rows of one school, all valid since one day."""

    def __init__(self, school: School, since: date) -> None:
        self.school, self.since = school, since
        self.held = {"school": school, "since_on": since}

    def people(self, kind: str, count: int, role: Role, *, sign_in: bool) -> list[Person]:
        """So many people with this hat; those who sign in have no password yet."""
        slug, users = self.school.slug, []
        if sign_in:
            users = write(
                User(username=f"{slug}-{kind}-{n}", email=f"{kind}{n}@{slug}.example.org")
                for n in range(count)
            )
        people = write(
            Person(
                school=self.school, given_name=GIVEN[(n * 7 + len(kind)) % len(GIVEN)],
                family_name=f"{FAMILY[n % len(FAMILY)]} {n:03}", user=users[n] if users else None,
                email=f"{kind}{n}@{slug}.example.org", phone="(401) 555-0123",
            ).compose()
            for n in range(count)
        )  # fmt: skip
        write(Membership(person=one, role=role, **self.held) for one in people)
        return people

    def students(self, size: int) -> list[Student]:
        people = self.people("student", size, Role.STUDENT, sign_in=True)
        today = self.school.today()
        students = write(
            Student(
                school=self.school, person=one, grade=str(101 + n % 4 * 100),
                birth_on=today - timedelta(days=365 * 15 + n % 900), enrolled_on=self.since,
            )
            for n, one in enumerate(people)
        )  # fmt: skip
        kin = self.people("family", size, Role.GUARDIAN, sign_in=False)
        write(
            Connection(student=one, adult=adult, role=Role.GUARDIAN, relation="mother", **self.held)
            for one, adult in zip(students, kin, strict=True)
        )
        return students

    def advisories(self, students: list[Student], advisors: list[Person]) -> dict[int, int]:
        """Twenty students each; return student → advisor, by key."""
        made = write(
            Advisory(school=self.school, name=f"Advisory {n:02}") for n in range(len(advisors))
        )
        write(
            AdvisoryAdvisor(advisory=one, person=who, **self.held)
            for one, who in zip(made, advisors, strict=True)
        )
        groups = list(zip(made, advisors, batched(students, EACH, strict=False), strict=True))
        write(AdvisoryStudent(advisory=a, student=s, **self.held) for a, _w, g in groups for s in g)
        write(
            Connection(student=s, adult=who, role=Role.ADVISOR, **self.held)
            for _a, who, g in groups
            for s in g
        )
        return {s.pk: who.pk for _a, who, group in groups for s in group}

    def places(self, mentors: Sequence[Person]) -> list[Opportunity]:
        """One place of ten seats for each mentor."""
        school, slug = self.school, self.school.slug
        homes = write(
            Organisation(school=school, name=f"Organisation {n:02}") for n in range(len(mentors))
        )
        sites = write(
            Site(
                school=school, organisation=home, name=f"Site {n:02} of {slug}", city="Providence",
                address="12 Water Street", phone="(401) 555-0142", latitude=41.8, longitude=-71.4,
            )
            for n, home in enumerate(homes)
        )  # fmt: skip
        write(
            SiteMentor(site=site, person=mentor, is_lead=True, **self.held)
            for site, mentor in zip(sites, mentors, strict=True)
        )
        areas = [AREAS[n % len(AREAS)] for n in range(len(sites))]
        places = write(
            Opportunity(
                school=school, site=site, title=f"Assistant {n:02}", capacity=PER_SITE,
                what="Help with the daily work.", starts_at=time(9), ends_at=time(14),
            ).compose_words([areas[n]])
            for n, site in enumerate(sites)
        )  # fmt: skip
        write(
            OpportunityArea(school=school, opportunity=place, area=area)
            for place, area in zip(places, areas, strict=True)
        )
        return places

    def placements(
        self, students: list[Student], places: list[Opportunity], mentors: list[Person]
    ) -> list[Placement]:
        """Everybody interns on Tuesdays and Thursdays, ten at each place."""
        pursuits = self.pursuits(students, places)
        made = write(
            Placement(
                school=self.school, pursuit=pursuit, student=pursuit.student, site=place.site,
                opportunity=place, mentor=mentors[n // PER_MENTOR], starts_on=self.since,
            )
            for n, pursuit in enumerate(pursuits)
            for place in [places[n // PER_SITE]]
        )  # fmt: skip
        hours = {"starts_at": time(9), "ends_at": time(14)}
        write(
            PlannedDay(placement=placement, weekday=weekday, **hours, **self.held)
            for placement in made
            for weekday in (TUESDAY, THURSDAY)
        )
        write(
            Connection(student=p.student, adult=p.mentor, role=Role.MENTOR, **self.held)
            for p in made
        )
        return made

    def pursuits(self, students: list[Student], places: list[Opportunity]) -> list[Pursuit]:
        """Everybody landed a seat of their own."""
        spots = [(one, places[n // PER_SITE], n % PER_SITE) for n, one in enumerate(students)]
        seats = write(
            Seat(school=self.school, opportunity=place, number=n + 1, is_taken=True)
            for _one, place, n in spots
        )
        return write(
            Pursuit(
                school=self.school, student=one, opportunity=place, seat=seat, why="It fits.",
                state=Pursuit.State.LANDED,
            )
            for (one, place, _n), seat in zip(spots, seats, strict=True)
        )  # fmt: skip
