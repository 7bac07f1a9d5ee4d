"""Let somebody in again who lost phone and recovery codes. For who runs the server."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q

from kindling.accounts.actions import clear_second_step
from kindling.accounts.models import User


class Command(BaseCommand):
    help = "Take away all second steps of a user and sign them out everywhere."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("who", help="e-mail address or user name")

    def handle(self, *args: Any, who: str, **options: Any) -> None:
        user = User.objects.filter(Q(email=who.lower()) | Q(username=who)).first()
        if user is None or not user.has_second_step:
            told = f"{who} has no second step here."
            raise CommandError(told)
        clear_second_step(user)
        self.stdout.write(f"{user} signs in without a second step now, and can add a new one.")
