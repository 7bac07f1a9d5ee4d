"""Shelve every place for search again: after an update, or when search seems to miss something."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from kindling.search.actions import drop_passages, tell_passages
from kindling.search.models import Passage
from kindling.sites.models import Opportunity


class Command(BaseCommand):
    help = "Shelve places for search and work out what they mean. With --all also what is known."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        places = (
            Opportunity.objects.all()
            if options["all"]
            else Opportunity.objects.filter(passage=None)
        )
        if options["all"]:
            Passage.objects.update(way="")
        places.refresh_words()
        drop_passages()
        print(f"{tell_passages.func()} texts worked out, {Passage.objects.count()} in all.")
