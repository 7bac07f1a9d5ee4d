"""What the filters of the list of places offer, in the reader's language."""

from __future__ import annotations

from datetime import time
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.interests.areas import SHORT
from kindling.sites.queries.cards import day_names
from kindling.sites.queries.filters import AGES, FROM_HOURS, MINUTES, ROOMS, UNTIL_HOURS
from kindling.sites.queries.finding import state_choices
from kindling.ui.format import clock

type Choices = list[tuple[str, str]]


def choices() -> dict[str, Any]:
    """All lists of choices, as (value, label)."""
    anything = ("", _("Any"))
    return {
        "areas": list(SHORT.items()),
        "days": [(str(day), day_names([day], short=True)) for day in range(5)],
        "states": state_choices(),
        "hours_from": [anything, *((str(hour), clock(time(hour))) for hour in FROM_HOURS)],
        "hours_until": [anything, *((str(hour), clock(time(hour))) for hour in UNTIL_HOURS)],
        "minutes": [anything, *((str(n), _("%(n)s min or less") % {"n": n}) for n in MINUTES)],
        "languages": [anything, *language_choices()],
        "rooms": [anything, *((str(n), seats(n)) for n in ROOMS)],
        "ages": [anything, *((str(age), str(age)) for age in AGES)],
        "access": access_choices(),
        "orders": [("", _("By name")), ("near", _("Nearest first"))],
    }


def seats(number: int) -> str:
    return ngettext("%(num)s or more", "%(num)s or more", number) % {"num": number}


def language_choices() -> Choices:
    return [
        ("es", _("Spanish")),
        ("pt", _("Portuguese")),
        ("ar", _("Arabic")),
        ("zh", _("Chinese")),
        ("ht", _("Haitian Creole")),
        ("fr", _("French")),
        ("vi", _("Vietnamese")),
        ("asl", _("Sign language")),
    ]


def access_choices() -> Choices:
    return [
        ("steps", _("No steps")),
        ("lift", _("Lift")),
        ("quiet", _("Quiet")),
        ("toilet", _("Accessible toilet")),
    ]
