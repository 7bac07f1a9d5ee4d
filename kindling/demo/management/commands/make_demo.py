"""`manage.py make_demo`: the demo network, its cast and four months of history."""

import random
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.db import transaction

from kindling.demo.making import (
    absences,
    asked,
    days,
    emergencies,
    internships,
    messages,
    people,
    places,
    school,
    worries,
)
from kindling.demo.making.agreements import make_agreements
from kindling.demo.making.ale import make_ale
from kindling.demo.making.channels import make_channels
from kindling.demo.making.clearance import make_clearance
from kindling.demo.making.concerns import make_concerns
from kindling.demo.making.consents import make_consents
from kindling.demo.making.conversations import make_conversations
from kindling.demo.making.courses import make_courses
from kindling.demo.making.credentials import make_credentials
from kindling.demo.making.ends import make_ends
from kindling.demo.making.evaluations import make_evaluations
from kindling.demo.making.evidence import make_evidence
from kindling.demo.making.exhibition_weeks import make_exhibition_week
from kindling.demo.making.exhibitions import make_exhibitions
from kindling.demo.making.exploring import make_exploring
from kindling.demo.making.families import make_families
from kindling.demo.making.finding import make_for_you, make_spanish_places
from kindling.demo.making.gateways import make_gateways
from kindling.demo.making.guardians import make_guardians
from kindling.demo.making.judging import make_judging
from kindling.demo.making.meetings import make_meetings
from kindling.demo.making.memory import make_memory
from kindling.demo.making.mentoring import make_mentoring
from kindling.demo.making.moderation import make_moderation
from kindling.demo.making.narratives import make_narratives
from kindling.demo.making.networks import make_office, make_sharing
from kindling.demo.making.northgate import make_northgate
from kindling.demo.making.outreach import make_outreach
from kindling.demo.making.panels import make_panels
from kindling.demo.making.partners import make_partners
from kindling.demo.making.plans import make_plans
from kindling.demo.making.privacy import make_privacy
from kindling.demo.making.projects import make_projects, share_from
from kindling.demo.making.requests import make_requests
from kindling.demo.making.requirements import make_requirements
from kindling.demo.making.rights import make_rights
from kindling.demo.making.roll import make_roll
from kindling.demo.making.rounds import make_rounds
from kindling.demo.making.support import make_support
from kindling.demo.making.talks import make_talks
from kindling.demo.making.together import make_together
from kindling.demo.making.transcripts import make_transcripts
from kindling.demo.making.travel import make_travel
from kindling.demo.making.visits import make_visits
from kindling.demo.making.weeks import make_other_week, make_weeks
from kindling.passes.actions import make_pass
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools import world
from kindling.schools.models import Installation, Person, School
from kindling.schools.viewer import Viewer


class Command(BaseCommand):
    help = "Make the demo school in an empty database. Marks the database as a demo for ever."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--seed", type=int, default=7, help="the same seed, the same people")

    def handle(self, *args: Any, **options: Any) -> None:
        if Installation.objects.exists() or School.objects.exists():
            raise CommandError("This database is in use. A demo is made in an empty one only.")
        started = time.monotonic()
        with transaction.atomic():
            make_demo(random.Random(options["seed"]), self.stdout.write)
        self.stdout.write(f"The demo is made ({time.monotonic() - started:.0f} s).")


def make_demo(chance: random.Random, say: Any) -> None:
    """Write the mark, then everything behind it. Nothing is left when a step fails."""
    Installation.objects.create(is_demo=True)
    world.forget()
    harbor, north = school.make_network()
    say("Schools, staff and advisories …")
    people.make_staff(harbor)
    advisories = people.make_advisories(harbor)
    students = people.make_students(harbor, advisories, chance)
    say("Places and interests …")
    found = places.make_places(harbor, chance)
    places.make_interests(students, chance)
    rosa = Person.objects.get(school=harbor, name="Rosa Diaz")
    places.make_wishes(students[0], rosa, students[2], found)
    say("Internships and their days …")
    landed = internships.make_internships(harbor, students, found, chance)
    days.fill_days(harbor, landed, school.first_day(harbor), harbor.today())
    tide = next(one for one in advisories if one.name == "Tide")
    make_weeks(harbor, students[1], tide)
    make_what_follows(harbor, landed, students, chance)
    make_northgate(north, chance)
    share_from(north)
    make_other_week(north)
    make_outreach(harbor, north)
    make_sharing(harbor, north)
    make_office(harbor.network)
    make_shown(harbor, students)
    make_transcripts(harbor)
    make_rights(harbor)
    make_mentoring(harbor)


def make_shown(harbor: School, students: list[Student]) -> None:
    """What was kept, judged, marked again and shown."""
    make_evidence(harbor, students)
    make_judging(harbor)
    make_moderation(harbor, students, random.Random(65))
    make_credentials(harbor)
    make_exhibitions(harbor, students, random.Random(61))
    make_exhibition_week(harbor, students[13:])
    make_panels(harbor, students, random.Random(63))
    make_narratives(harbor, students, random.Random(64))
    make_guardians(harbor)


def make_what_follows(
    harbor: School, landed: list[Placement], students: list[Student], chance: random.Random
) -> None:
    """What grows around the days: the roll, hours, cards, channels, worries, letters, questions."""
    make_agreements(harbor, landed)
    make_clearance(harbor, landed, random.Random(13))
    make_roll(harbor, students, chance)
    make_requirements(harbor, students, chance)
    make_exploring(harbor, students, random.Random(42))
    emergencies.make_emergencies(harbor, chance)
    make_channels(harbor, landed, students, chance)
    jordan, system = landed[0], Viewer.system(harbor)
    make_pass(jordan.mentor, "confirm_days", [jordan.public_id], by=system, days=60)
    worries.make_worries(harbor, landed)
    make_partners(harbor)
    messages.make_messages(harbor, landed)
    absences.make_absences(harbor, students, random.Random(12))
    asked.ask_along(harbor, landed, random.Random(11))
    make_requests(harbor, landed)
    make_spanish_places(harbor)
    make_rounds(harbor, students, random.Random(47))
    make_projects(harbor, landed, students, random.Random(53))
    make_memory(harbor, landed)
    make_for_you(harbor, students[0])
    make_travel(harbor)
    make_learning(harbor, students)
    make_evaluations(harbor)
    make_ends(harbor)


def make_learning(harbor: School, students: list[Student]) -> None:
    """What a student and the people around them do together every week."""
    make_courses(harbor, students, random.Random(57))
    make_support(harbor, students)
    make_consents(harbor, students)
    make_conversations(harbor, students)
    make_privacy(harbor, students)
    make_meetings(harbor, students, random.Random(52))
    make_ale(harbor, students)
    make_plans(harbor, students, random.Random(51))
    make_talks(harbor, students, random.Random(55))
    make_visits(harbor, students, random.Random(56))
    make_together(harbor)
    make_families(harbor, students[2])
    make_concerns(harbor, students)
    make_gateways(harbor, students, random.Random(67))
