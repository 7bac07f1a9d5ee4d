"""`manage.py give_network_hat SLUG EMAIL`: the first person of a network's office."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from kindling.accounts.actions import make_link
from kindling.accounts.models import User
from kindling.network.actions import put_hat
from kindling.network.models import NetworkRole
from kindling.schools.models import Network

A_DAY = 24 * 60  # minutes


class Command(BaseCommand):
    help = (
        "Let somebody read the numbers of a network: the sums of its schools, never a student. "
        "Prints a link that signs them in, once, within a day. They need belong to no school."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the network's short name")
        parser.add_argument("email")
        parser.add_argument(
            "--role", choices=NetworkRole.values, default=NetworkRole.ADMINISTRATOR.value
        )

    def handle(self, *args: Any, **options: Any) -> None:
        network = Network.objects.filter(slug=options["slug"]).first()
        if network is None:
            known = ", ".join(Network.objects.order_by("slug").values_list("slug", flat=True)[:20])
            raise CommandError(f"No network is called “{options['slug']}”. There is: {known}")
        email = options["email"].strip().lower()
        if "@" not in email:
            raise CommandError(f"“{email}” is not an e-mail address.")
        user = User.objects.filter(email=email).first()
        if user is None:
            user = User.objects.create_user(email, email)
        put_hat(network, user, NetworkRole(options["role"]))
        link = f"{settings.BASE_URL}/sign-in/link/{make_link(user, minutes=A_DAY)}/"
        self.stdout.write(f"Sign in once, within a day: {link}?next=/network/{network.slug}/")
