"""Codes at some sites, codes for the kiosk, and what people texted in the last days."""

from __future__ import annotations

import random
from datetime import datetime, time, timedelta

from kindling.attendance.models import Day, Entry, Method
from kindling.kiosk.models import KioskCode
from kindling.kit.phones import dialled
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person, School
from kindling.sites.models import SiteCode
from kindling.texts.models import Text

Verb, Outcome = Text.Verb, Text.Outcome
# Whose, how many days ago, at what time, the words, what it was, what came of it, what we said.
TEXTS = [
    ("Luis Diaz", 2, (9, 1), "Aquí", Verb.HERE, Outcome.DONE,
     "Luis is checked in at %(site)s at 9:01 AM."),
    ("Luis Diaz", 2, (14, 2), "me voy", Verb.OUT, Outcome.DONE,
     "Luis left %(site)s at 2:02 PM: 5 h 1 min noted."),
    ("Jordan Blake", 5, (8, 40), "late 20, bus is stuck", Verb.UNKNOWN, Outcome.HELPED,
     "For somebody who is late or does not come, text only “late 20” or “sick”."),
    ("Jordan Blake", 5, (8, 41), "late 20", Verb.LATE, Outcome.DONE,
     "Noted: Jordan comes 20 minutes late, at 9:20 AM. The school knows, and whoever waits."),
    ("Rosa Diaz", 9, (7, 12), "Luis enfermo", Verb.SICK, Outcome.DONE,
     "Anotado: Luis no viene. La escuela lo sabe. Que se mejore."),
    ("Sam Ito", 7, (16, 30), "Yes", Verb.YES, Outcome.DONE, "Thank you. Confirmed: Jordan, 5 h."),
    ("Maya Santos", 1, (10, 5), "is there school tomorrow?", Verb.UNKNOWN, Outcome.HELPED,
     "Sorry, we read only a few words here, and nobody reads along."),
]  # fmt: skip


def make_channels(
    school: School, landed: list[Placement], students: list[Student], chance: random.Random
) -> None:
    """Everything by which people speak without the student's page."""
    make_phones(school)
    make_site_codes(school, landed, chance)
    make_kiosk_codes(school, students, chance)
    make_texts(school, landed[0].site.name)


def make_phones(school: School) -> None:
    for number, name in enumerate(("Maya Santos", "Jordan Blake", "Luis Diaz")):
        people = Person.objects.filter(school=school, name=name)
        people.update(phone=f"(401) 555-018{number}")


def make_site_codes(school: School, landed: list[Placement], chance: random.Random) -> None:
    """A fifth of the sites use a code; most check-ins there were proved by it."""
    sites = list(dict.fromkeys(placement.site_id for placement in landed))[::5]
    SiteCode.objects.bulk_create(
        SiteCode(school=school, site_id=site, renewed_at=school.now() - timedelta(days=40))
        for site in sites
    )
    days = Day.objects.filter(school=school, placement__site__in=sites, student_in_at__isnull=False)
    proved = [
        pk for pk in days.order_by("pk").values_list("pk", flat=True) if chance.random() < 0.8
    ]
    Day.objects.filter(pk__in=proved).update(at_site=Day.AtSite.YES)
    Entry.objects.filter(day__in=proved, kind=Entry.Kind.CHECK_IN).update(
        method=Method.SITE_CODE, weight=Method.SITE_CODE.weight
    )


def make_kiosk_codes(school: School, students: list[Student], chance: random.Random) -> None:
    """A third of the students have a card."""
    made_at = school.now() - timedelta(days=60)
    codes = chance.sample(range(10**6), len(students))
    KioskCode.objects.bulk_create(
        KioskCode(
            school=school,
            student=student,
            code_hash=KioskCode.hash_of(school.pk, f"{code:06d}"),
            made_at=made_at,
        )
        for student, code in zip(students[::3], codes, strict=False)
    )


def make_texts(school: School, site: str) -> None:
    people = {person.name: person for person in Person.objects.filter(school=school)}
    rows = []
    for number, (name, ago, at, body, verb, outcome, reply) in enumerate(TEXTS):
        person = people[name]
        about = Student.objects.filter(person=people["Luis Diaz"]).first()
        rows.append(
            Text(
                sid=f"SMdemo{number}", number=dialled(person.phone), school=school, person=person,
                about=about if name == "Rosa Diaz" else None, body=body, verb=verb,
                outcome=outcome, reply=reply % {"site": site} if "%(" in reply else reply,
            )
        )  # fmt: skip
        rows[-1].sent_at = moment(school, ago, at)  # type: ignore[attr-defined]
    Text.objects.bulk_create(rows)
    for row in rows:  # the column writes its own time when a row is made
        Text.objects.filter(sid=row.sid).update(at=row.sent_at)  # type: ignore[attr-defined]


def moment(school: School, days_ago: int, at: tuple[int, int]) -> datetime:
    day = school.today() - timedelta(days=days_ago)
    return datetime.combine(day, time(*at), tzinfo=school.zone)
