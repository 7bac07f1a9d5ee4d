"""Mentors on their way: invited, offering themselves, oriented; a class that is asked to come."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from kindling.demo.making.people import make_person
from kindling.mentoring import actions, course
from kindling.mentoring.asks import PURPOSES
from kindling.mentoring.models import ClassVisit, Orientation
from kindling.notices.models import Notice
from kindling.passes.actions import make_pass
from kindling.passes.models import Pass, PassUse
from kindling.placements.models import Placement
from kindling.placements.rules import GUIDE
from kindling.schools.models import Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

OFFER = "I learned here. At the shipyard you would see how a hull is measured, and help."
ORIENTED = 20
SHARE = 0.7


def make_mentoring(school: School) -> None:
    """Sam's page is made last: it is the one that the demo opens."""
    _make_answers(school)
    chen = Viewer.of_person(Person.objects.get(school=school, name="Chen Wu"))
    guides = Placement.objects.filter(school=school, state__in=Placement.RUNNING)
    people = Person.objects.filter(pk__in=guides.values("mentor"), school=school).order_by("pk")
    on, stamp = school.today(), course.stamp()
    Orientation.objects.bulk_create(
        Orientation(
            school=school, person=one, version=course.VERSION, name=one.name,
            language=one.language, stamp=stamp, on=on,
        )
        for one in people[:ORIENTED]
    )  # fmt: skip
    sam = Person.objects.filter(school=school, name="Sam Ito").first()
    if sam is not None:
        make_pass(sam, GUIDE, [sam.public_id], by=Viewer.system(school), days=365)
        row = sam.mentor_sites.filter(until_on__isnull=True).select_related("site").first()
        if row is not None:
            ClassVisit.objects.create(
                school=school, mentor=sam, site=row.site, most=12, offered_on=on,
                words="A class could see how we listen to a heart, and ask anything.",
                times="Monday mornings",
            )  # fmt: skip
    facts: dict[str, Any] = {"given_name": "Noor", "family_name": "Haddad", "language": "ar"}
    actions.invite_mentor(by=chen, email="noor@bakery.example.org", **facts)
    alum = make_person(school, "Mateo Silva", Role.ALUM)
    by = Viewer.of_person(alum)
    actions.offer_oneself(work="Boat builder", offers=OFFER, times="Thursdays", by=by)


def _make_answers(school: School) -> None:
    """Two of three letters were answered, most within hours."""
    chance, uses = random.Random(77), []
    letters = Notice.objects.filter(school=school, state__in=("kept", "held", "queued"))
    asked = Pass.objects.filter(school=school, purpose__in=PURPOSES).values("public_id")
    letters = letters.filter(link_id__in=asked)
    made = dict(letters.values_list("link_id", "created_at"))
    letters.update(state="kept")  # a demo that is made at night shows how mentors answer, too
    for held in Pass.objects.filter(public_id__in=made, purpose__in=PURPOSES).order_by("pk"):
        if chance.random() < SHARE:
            at = made[held.public_id] + timedelta(minutes=round(chance.expovariate(1 / 140)) + 2)
            uses.append(PassUse(school=school, held=held, at=at, what="used"))
    PassUse.objects.bulk_create(uses)
