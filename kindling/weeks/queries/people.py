"""When people said they can, in words."""

from __future__ import annotations

from collections import defaultdict

from django.utils.translation import gettext as _

from kindling.schools.models import Person
from kindling.ui.format import clock, weekday
from kindling.weeks.models import Week


def people_rows(week: Week, people: list[Person]) -> dict[int, str]:
    """Each person’s times in a line; who said nothing has none. One statement."""
    told: dict[int, list[str]] = defaultdict(list)
    for row in week.free_times.filter(person__in=people):
        words = _("%(day)s %(first)s to %(last)s") % {
            "day": weekday(row.on), "first": clock(row.from_at), "last": clock(row.until_at),
        }  # fmt: skip
        told[row.person_id or 0].append(words)
    return {person: ", ".join(times) for person, times in told.items()}
