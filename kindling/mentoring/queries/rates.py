"""How mentors answer: of what was asked by a link, how much came back, how fast, by which way.

Counted from what is there (letters, links, what was done with them), never by hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from kindling.mentoring import asks
from kindling.mentoring.asks import Ask
from kindling.notices.models import Channel
from kindling.schools.models import Person, School

SPAN = timedelta(days=120)  # about a term
LABELS = dict(Channel.choices)


@dataclass(frozen=True)
class Rate:
    """Of so many asks so many were answered; `minutes`: half of the answers came sooner."""

    asked: int = 0
    answered: int = 0
    minutes: int | None = None
    last_at: datetime | None = None

    @property
    def percent(self) -> int:
        return round(100 * self.answered / self.asked) if self.asked else 0


@dataclass(frozen=True)
class SchoolRates:
    """All of it, by way, and by mentor (only those who were asked), the quietest first."""

    whole: Rate
    ways: list[tuple[str, Rate]]
    mentors: list[tuple[Person, Rate]]


def rate_of(found: Iterable[Ask]) -> Rate:
    """Sum up asks."""
    rows = list(found)
    answered = [one for one in rows if one.answered_at]
    waits = [one.waited.total_seconds() / 60 for one in answered]
    return Rate(
        asked=len(rows),
        answered=len(answered),
        minutes=round(median(waits)) if waits else None,
        last_at=max((one.answered_at for one in answered if one.answered_at), default=None),
    )


def rates_of(school: School, people: Iterable[Person]) -> dict[int, Rate]:
    """Person's key → how they answer. Three statements."""
    by_person: dict[int, list[Ask]] = defaultdict(list)
    for one in asks.asks_to(school, [person.pk for person in people], since=school.now() - SPAN):
        by_person[one.person_id].append(one)
    return {key: rate_of(found) for key, found in by_person.items()}


def school_rates(school: School, people: Iterable[Person]) -> SchoolRates:
    """The whole school's, over about a term. Three statements."""
    known = {person.pk: person for person in people}
    found = list(asks.asks_to(school, known, since=school.now() - SPAN))
    ways: dict[str, list[Ask]] = defaultdict(list)
    mentors: dict[int, list[Ask]] = defaultdict(list)
    for one in found:
        ways[one.channel].append(one)
        mentors[one.person_id].append(one)
    rows = [(known[key], rate_of(asked)) for key, asked in mentors.items()]
    rows.sort(key=lambda row: (row[1].percent, -row[1].asked, row[0].sort_name))
    named = [(str(LABELS.get(way, way)), rate_of(asked)) for way, asked in sorted(ways.items())]
    return SchoolRates(rate_of(found), named, rows)
