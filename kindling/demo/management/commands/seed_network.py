"""`manage.py seed_network`: hundreds of schools and two years of their days, to measure on."""

import time
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.db import connection, transaction

from kindling.accounts.models import User
from kindling.attendance.models import Day, Hours
from kindling.demo.network.plan import OFFICE, ZONES, Plan, school_days, years
from kindling.demo.network.rows import in_blocks, moments, tell
from kindling.demo.network.school import Made, make_school, slug_of
from kindling.demo.network.writing import bare
from kindling.network.actions import put_hat
from kindling.network.counting import count_of
from kindling.network.models import NetworkRole, Sharing
from kindling.roll.models import Mark, MonthSum, SchoolMonth
from kindling.schools import world
from kindling.schools.models import Installation, Network, School


def share(network: Network, first: int) -> None:
    """The schools from this number on share their sums, and somebody reads them."""
    schools = School.objects.filter(network=network, slug__gte=slug_of(first))
    for school in schools.filter(slug__startswith="school-"):
        facts = count_of(school)
        Sharing.objects.create(school=school, since_on=school.today(), **facts)
    user = User.objects.filter(email=OFFICE).first()
    put_hat(network, user or User.objects.create_user(OFFICE, OFFICE), NetworkRole.ADMINISTRATOR)


class Command(BaseCommand):
    help = (
        "Make a network to measure on: a mark for every student and school day, a row for every "
        "internship day, and their sums. Only in an empty database or a demo. What was said about "
        "each day (entries) and the history are left out."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--schools", type=int, default=275)
        parser.add_argument("--students", type=int, default=30_000, help="in all schools together")
        parser.add_argument(
            "--first", type=int, default=0, help="number of the first school, to add to a network"
        )
        parser.add_argument("--days", type=int, default=334, help="school days of each student")

    def handle(self, *args: Any, **options: Any) -> None:
        plan = Plan(options["schools"], options["students"], options["days"], options["first"])
        if plan.schools < 1 or plan.students < plan.schools or plan.days < 1:
            raise CommandError("At least one school, one student for each, and one day.")
        with transaction.atomic():
            network = self.begin(plan)
            started = time.monotonic()
            marks, days = self.make(network, plan, started)
            self.say("what the network reads …", started)
            share(network, plan.first)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        took = time.monotonic() - started
        self.stdout.write(f"{marks:,} marks and {days:,} internship days in {took:.0f} s.")

    def begin(self, plan: Plan) -> Network:
        """Refuse where somebody works or the network stands already."""
        if School.objects.filter(slug=slug_of(plan.first)).exists():
            raise CommandError("The network is there already.")
        mark = Installation.objects.first()
        if (mark is None and School.objects.exists()) or (mark and not mark.is_demo):
            raise CommandError("This database holds a real school. Take an empty one.")
        if mark is None:
            Installation.objects.create(is_demo=True)
            world.forget()
        return Network.objects.get_or_create(slug="coast", defaults={"name": "Coast Network"})[0]

    def make(self, network: Network, plan: Plan, started: float) -> tuple[int, int]:
        """School by school; indexes at the end. Returns how many marks and days were written."""
        marks = days = 0
        sizes, reached = plan.sizes(), 0
        with bare(Mark, Day, MonthSum, Hours):
            for number, size in enumerate(sizes):
                made = self.one(network, plan.first + number, size, plan)
                told = self.tell(made, plan)
                marks, days, reached = marks + told[0], days + told[1], reached + size
                if number % 10 == 0 or number == len(sizes) - 1:
                    self.say(f"school {number + 1} of {len(sizes)}, {reached:,} students, "
                             f"{marks:,} marks, {days:,} days", started)  # fmt: skip
            self.say("indexes and constraints …", started)
        return marks, days

    def one(self, network: Network, number: int, size: int, plan: Plan) -> Made:
        zone = ZONES[number % len(ZONES)]
        today = School(timezone=zone).today()
        dates = school_days(today - timedelta(days=1), plan.days)
        begun = years([*dates, today])
        return make_school(network, number, size, zone=zone, since=dates[0], years=begun)

    def tell(self, made: Made, plan: Plan) -> tuple[int, int]:
        """Until yesterday: today is for those who measure."""
        yesterday = made.school.today() - timedelta(days=1)
        dates = moments(school_days(yesterday, plan.days), made.school.zone, made.term_ids)
        marks = days = 0
        for block in in_blocks(made.interns):
            story = tell(made.school.pk, block, dates, made.school.slug)
            story.write(made.school.pk)
            marks, days = marks + len(story.marks), days + len(story.days)
        SchoolMonth.objects.fold(made.school.pk)
        return marks, days

    def say(self, text: str, started: float) -> None:
        self.stdout.write(f"{time.monotonic() - started:6.0f} s  {text}")
        self.stdout.flush()
