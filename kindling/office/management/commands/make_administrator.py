"""`manage.py make_administrator SLUG EMAIL`: let somebody in after an import."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from kindling.kit.http import Refused
from kindling.office.actions.founding import make_administrator
from kindling.office.link import find_school, link_for
from kindling.schools.fresh import make_ready


class Command(BaseCommand):
    help = (
        "Make the person with this e-mail address an administrator (and registrar) of a school, "
        "and print a link that signs them in, once, within a day."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the school's short address")
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="for a new person: given, then family name")

    def handle(self, *args: Any, **options: Any) -> None:
        make_ready()
        school = find_school(options["slug"])
        if school is None:
            raise CommandError(f"No school has the address “{options['slug']}”.")
        if "@" not in options["email"]:
            raise CommandError(f"“{options['email']}” is not an e-mail address.")
        given, _space, family = options["name"].partition(" ")
        try:
            user = make_administrator(
                school, options["email"], given_name=given, family_name=family
            )
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"Sign in once, within a day: {link_for(user, school)}")
