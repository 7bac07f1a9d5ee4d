"""Time zones as people choose them."""

from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _

COMMON = (
    ("America/New_York", _("Eastern (New York)")),
    ("America/Chicago", _("Central (Chicago)")),
    ("America/Denver", _("Mountain (Denver)")),
    ("America/Phoenix", _("Mountain without summer time (Phoenix)")),
    ("America/Los_Angeles", _("Pacific (Los Angeles)")),
    ("America/Anchorage", _("Alaska (Anchorage)")),
    ("Pacific/Honolulu", _("Hawaii (Honolulu)")),
)
REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def zones() -> list[Any]:
    """Return the time zones as choices, those of the United States first."""
    rest = sorted(z for z in available_timezones() if z.startswith(REGIONS))
    named = [(zone, zone.replace("_", " ")) for zone in rest]
    return [(_("United States"), COMMON), (_("All"), named)]


def is_zone(name: str) -> bool:
    return name in available_timezones()
