"""Numbers and sentences of this app that several places need."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.inventory.words import KEEPS, Clock, months_of

BACKUPS = "backups"  # the name of the choice how long copies of the database are kept
BACKUPS_MONTHS = 3
YEAR = 12


def span(months: int) -> str:
    """A number of months as people say it: 84 is seven years."""
    if months % YEAR:
        return ngettext("%(num)s month", "%(num)s months", months) % {"num": months}
    years = months // YEAR
    return ngettext("%(num)s year", "%(num)s years", years) % {"num": years}


def how_long(keep: str, chosen: dict[str, int]) -> str:
    """A whole sentence about one end."""
    one = KEEPS[keep]
    time = span(months_of(keep, chosen))
    sentences = {
        Clock.LEFT: _("%(time)s after the student left"),
        Clock.ENDED: _("%(time)s after somebody’s last day here"),
        Clock.NAMED: _("as long as something that is kept names them"),
        Clock.WRITTEN: _("%(time)s after it was written or ended"),
        Clock.NEVER: _("as long as the school works with Kindling"),
        Clock.MACHINE: _("some days; it is cleared away by itself"),
        Clock.PARENT: _("as long as what it belongs to"),
    }
    return sentences[one.clock] % {"time": time}


def about_backups(chosen: dict[str, int]) -> str:
    """What stands below the schedule and on every certificate."""
    told = {"time": span(months_of_backups(chosen))}
    return (
        _(
            "Copies of the whole database for emergencies still hold it. Each copy is deleted"
            " %(time)s after it was made. After a copy was put back, the school runs this again."
        )
        % told
    )


def months_of_backups(chosen: dict[str, int]) -> int:
    return chosen.get(BACKUPS, BACKUPS_MONTHS)
