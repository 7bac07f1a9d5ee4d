"""Fill our side: 25 advisories of 20 placed students, 90,000 days; print what to ask and as whom.

Deterministic but for public ids. Runs with the settings and the clock of the server under test.
"""

import json
import os
import sys
from datetime import UTC, date, datetime, time, timedelta
from itertools import batched

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kindling.config.settings")
import django

django.setup()

from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client

from benchmarks.history import make_history, write_narratives
from kindling.accounts.models import User
from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.attendance.models import Day, Hours
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of
from kindling.people.models import Connection, Student
from kindling.placements.models import Placement, PlannedDay, Pursuit
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
from kindling.sites.models import (
    Opportunity,
    OpportunityArea,
    Organisation,
    Seat,
    Site,
    SiteMentor,
)

ADVISORIES, EACH, PER_SITE, DAYS = 25, 20, 10, 180
FIRST = date(2026, 8, 31)
TODAY = date(2026, 10, 13)  # a Tuesday; KINDLING_NOW says 11:00
AREAS = ["land", "health", "food", "arts", "building"]


def make_school() -> School:
    Installation.objects.create(is_demo=True)
    network = Network.objects.create(name="Coast Network", slug="coast")
    school = School.objects.create(
        network=network, name="Harbor View", slug="harbor-view", set_up_at=datetime.now(UTC),
        latitude=41.82, longitude=-71.41,
    )  # fmt: skip
    year = SchoolYear.objects.create(
        school=school, label="2026-27", starts_on=FIRST, ends_on=date(2027, 6, 18)
    )
    Term.objects.create(
        school=school, year=year, kind="trimester", label="Trimester 1", starts_on=FIRST,
        ends_on=date(2026, 11, 25),
    )  # fmt: skip
    return school


def people(school: School, kind: str, count: int, role: Role, *, sign_in: bool) -> list[Person]:
    """So many people with this hat, named by number."""
    users: list[User | None] = [None] * count
    if sign_in:
        made = [User(username=f"{kind}{n}", email=f"{kind}{n}@example.org") for n in range(count)]
        users = list(User.objects.bulk_create(made))
    rows = [
        Person(
            school=school, given_name=f"{kind.title()} {n:03}", family_name="Rivera",
            user=users[n], email=f"{kind}{n}@example.org", phone="(401) 555-0100",
        ).compose()
        for n in range(count)
    ]  # fmt: skip
    Person.objects.bulk_create(rows, batch_size=200)
    Membership.objects.bulk_create(
        (Membership(school=school, person=row, role=role, since_on=FIRST) for row in rows),
        batch_size=200,
    )
    return rows


def make_students(school: School, advisors: list[Person]) -> list[Student]:
    persons = people(school, "student", ADVISORIES * EACH, Role.STUDENT, sign_in=True)
    born, since = date(2009, 5, 1), FIRST
    students = Student.objects.bulk_create(
        (
            Student(school=school, person=p, grade="201", birth_on=born, enrolled_on=since)
            for p in persons
        ),
        batch_size=200,
    )
    for number, (advisor, group) in enumerate(zip(advisors, batched(students, EACH), strict=True)):
        advisory = Advisory.objects.create(school=school, name=f"Advisory {number:02}")
        held = {"school": school, "since_on": since}
        AdvisoryAdvisor.objects.create(advisory=advisory, person=advisor, **held)
        AdvisoryStudent.objects.bulk_create(
            AdvisoryStudent(advisory=advisory, student=one, **held) for one in group
        )
        Connection.objects.bulk_create(
            Connection(student=one, adult=advisor, role=Role.ADVISOR, **held) for one in group
        )
    return students


def make_places(school: School, mentors: list[Person]) -> list[Opportunity]:
    """One place of ten seats for each mentor."""
    places = []
    for number, mentor in enumerate(mentors):
        home = Organisation.objects.create(school=school, name=f"Organisation {number:02}")
        site = Site.objects.create(
            school=school, organisation=home, name=f"Site {number:02}", address="12 Water Street",
            city="Providence", phone="(401) 555-0142", latitude=41.80 + number / 1000,
            longitude=-71.40,
        )  # fmt: skip
        SiteMentor.objects.create(
            school=school, site=site, person=mentor, is_lead=True, since_on=FIRST
        )
        area = AREAS[number % len(AREAS)]
        place = Opportunity(
            school=school, site=site, title=f"Assistant {number:02}", capacity=PER_SITE + 1,
            what="Help with the daily work.", starts_at=time(9), ends_at=time(14),
        )  # fmt: skip
        place.compose_words([area]).save()
        OpportunityArea.objects.create(school=school, opportunity=place, area=area)
        places.append(place)
    return places


def place_students(school: School, students: list[Student], places: list[Opportunity],
                   mentors: list[Person]) -> list[Placement]:  # fmt: skip
    """Everybody interns on Tuesdays and Thursdays, ten at each place."""
    start = TODAY - timedelta(weeks=DAYS // 2)
    spots = [(one, places[n // PER_SITE], n % PER_SITE) for n, one in enumerate(students)]
    seats = Seat.objects.bulk_create(
        (Seat(school=school, opportunity=place, number=n + 1, is_taken=True)
         for _one, place, n in spots), batch_size=200,
    )  # fmt: skip
    Seat.objects.bulk_create(
        Seat(school=school, opportunity=place, number=PER_SITE + 1) for place in places
    )
    pursuits = Pursuit.objects.bulk_create(
        (Pursuit(school=school, student=one, opportunity=place, seat=seat, why="It fits.",
                 state=Pursuit.State.LANDED)
         for (one, place, _n), seat in zip(spots, seats, strict=True)), batch_size=200,
    )  # fmt: skip
    placements = Placement.objects.bulk_create(
        (Placement(school=school, pursuit=pursuit, student=one, opportunity=place,
                   site=place.site, mentor=mentors[number // PER_SITE], starts_on=start)
         for number, ((one, place, _n), pursuit) in enumerate(zip(spots, pursuits, strict=True))),
        batch_size=200,
    )  # fmt: skip
    PlannedDay.objects.bulk_create(
        (PlannedDay(school=school, placement=p, weekday=weekday, since_on=start,
                    starts_at=time(12) if p.student_id % EACH in {3, 4} else time(9),
                    ends_at=time(14))
         for p in placements for weekday in (1, 3)), batch_size=200,
    )  # fmt: skip
    Connection.objects.bulk_create(
        (Connection(school=school, student=p.student, adult=p.mentor, role=Role.MENTOR,
                    since_on=start) for p in placements), batch_size=200,
    )  # fmt: skip
    return placements


def make_days(school: School, placements: list[Placement], term: Term) -> None:
    """180 internship days for each. The last week waits for 30 mentors, else for two students."""
    past = [TODAY - timedelta(days=7 * week + add) for week in range(1, DAYS // 2 + 1)
            for add in (0, -2)]  # fmt: skip
    zone = school.zone
    for on in past:
        came, left = (
            datetime.combine(on, at, zone).astimezone(UTC) for at in (time(9, 3), time(14))
        )
        is_last_week = (TODAY - on).days <= 7
        told = {"state": "checked_out", "standing": "waiting"}
        heard = {
            "state": "confirmed", "standing": "confirmed", "mentor_said_at": left,
            "mentor_in_at": came, "mentor_out_at": left,
        }  # fmt: skip
        Day.objects.bulk_create(
            (Day(school=school, placement=p, student_id=p.student_id, on=on, minutes=297,
                 term=term if on >= FIRST else None, planned_starts_at=time(9),
                 planned_ends_at=time(14), goal="Find out how it is done.", line="A good day.",
                 student_in_at=came, student_out_at=left,
                 **(told if is_last_week and (n >= 200 or n % EACH in {7, 9}) else heard))
             for n, p in enumerate(placements)), batch_size=400,
        )  # fmt: skip
    Hours.objects.bulk_create(
        (Hours(school=school, placement=p, student_id=p.student_id, term=term,
               confirmed=297 * 10, waiting=297 * 2) for p in placements), batch_size=200,
    )  # fmt: skip


def make_today(school: School, placements: list[Placement], term: Term) -> list[Placement]:
    """In ten advisories 16 of 20 are there, two come later, two are missed; return the others."""
    there = [p for n, p in enumerate(placements[: 10 * EACH]) if n % EACH >= 4]
    came = datetime.combine(TODAY, time(9, 3), school.zone).astimezone(UTC)
    Day.objects.bulk_create(
        (Day(school=school, placement=p, student_id=p.student_id, on=TODAY, term=term,
             planned_starts_at=time(9), planned_ends_at=time(14), state="checked_in",
             goal="Find out how it is done.", student_in_at=came)
         for p in there), batch_size=400,
    )  # fmt: skip
    return placements[10 * EACH :]


def cookie_of(person: Person) -> str:
    client = Client()
    client.force_login(person.user, backend="kindling.accounts.backends.Backend")
    return client.cookies["sessionid"].value


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    with transaction.atomic():
        school = make_school()
        system = Viewer.system(school)
        term = Term.objects.get(school=school)
        advisors = people(school, "advisor", ADVISORIES, Role.ADVISOR, sign_in=True)
        chen = people(school, "chen", 1, Role.COORDINATOR, sign_in=True)[0]
        mentors = people(school, "mentor", ADVISORIES * EACH // PER_SITE, Role.MENTOR,
                         sign_in=False)  # fmt: skip
        students = make_students(school, advisors)
        places = make_places(school, mentors)
        placements = place_students(school, students, places, mentors)
        make_days(school, placements, term)
        waiting = make_today(school, placements, term)
        plans = make_history(school, students[: 10 * EACH], term)
        narratives = write_narratives(school, students[: 10 * EACH], term)
        doors = []
        for mentor in mentors[20:]:
            theirs = [p.public_id for p in placements if p.mentor_id == mentor.pk]
            doors.append([token_of(make_pass(mentor, "confirm_days", theirs, by=system)), theirs])
        waits = waiting[:200]
        people_of = {one.pk: one.person for one in students}
        out = {
            "advisors": [cookie_of(one) for one in advisors[:10]],
            "leader": cookie_of(chen),
            "students": [
                [one.public_id for one in students[n * EACH : (n + 1) * EACH]] for n in range(10)
            ],
            "plans": [plans[n * EACH : (n + 1) * EACH] for n in range(10)],
            "narratives": narratives,
            "doors": doors,
            "check_ins": [[cookie_of(people_of[p.student_id]), p.public_id] for p in waits],
            "waits": [p.pk for p in waits],
            "days": Day.objects.count(),
        }
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    json.dump(out, sys.stdout)


if __name__ == "__main__":
    main()
