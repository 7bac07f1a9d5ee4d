"""`manage.py make_school`: a school without the browser."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from kindling.kit.http import Refused
from kindling.office.actions.founding import make_administrator, make_school
from kindling.office.link import link_for
from kindling.office.zones import is_zone
from kindling.schools import world
from kindling.schools.fresh import make_ready
from kindling.schools.slugs import is_slug


class Command(BaseCommand):
    help = (
        "Make a school. With --admin-email it prints a link that signs its first administrator "
        "in, once, within a day; they finish the set-up (terms, internship days) in the browser."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", required=True)
        parser.add_argument("--slug", required=True, help="short address, such as harbor-view")
        parser.add_argument("--network", default="", help="network or district; the name if empty")
        parser.add_argument("--timezone", default="America/New_York", help="an IANA name")
        parser.add_argument("--language", default="en")
        parser.add_argument("--admin-email", default="", help="who administers it")
        parser.add_argument("--admin-name", default="", help="given name, then family name")

    def handle(self, *args: Any, **options: Any) -> None:
        make_ready()
        if world.is_demo():
            raise CommandError("This is the demo. Give the school a folder of its own: --data.")
        facts = {key: options[key] for key in ("name", "slug", "timezone", "language")}
        given, _space, family = options["admin_name"].partition(" ")
        try:
            school = make_school(network=options["network"] or options["name"], **checked(facts))
            self.stdout.write(f"Made {school.name} at /{school.slug}/.")
            if email := options["admin_email"]:
                user = make_administrator(school, email, given_name=given, family_name=family)
                self.stdout.write(f"Sign in once, within a day: {link_for(user, school)}")
        except Refused as refused:
            raise CommandError(str(refused)) from refused


def checked(facts: dict[str, str]) -> dict[str, str]:
    """Return the facts, or say which of them can't be."""
    if not is_slug(facts["slug"]):
        raise CommandError("--slug takes small letters, digits and dashes, such as harbor-view.")
    if not is_zone(facts["timezone"]):
        raise CommandError("--timezone takes an IANA name, such as America/Chicago.")
    return facts
