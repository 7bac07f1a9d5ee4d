"""How many students at many places stand, before any words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kindling.clearance import rules
from kindling.clearance.items import Holder
from kindling.clearance.pairs import Pair
from kindling.clearance.reading import Reading
from kindling.clearance.standing import Line, Standing
from kindling.clearance.wording import in_turn
from kindling.schools.models import Person, School


@dataclass(frozen=True)
class Standings:
    """One student at one place, before words: what stops it, and what runs out within 30 days."""

    pair: Pair
    lines: list[Line]
    blocking: list[Line]
    expiring: list[Line]

    @property
    def holders(self) -> set[Holder]:
        """Who must act."""
        return {line.holder for line in [*self.blocking, *self.expiring] if line.holder}


def standings_of(
    school: School, pairs: Sequence[Pair], on: date
) -> tuple[Reading, list[Standings]]:
    """How all these stand on a day."""
    pairs = with_mentors(pairs, on)
    reading, found = Reading(school, pairs), []
    for pair in pairs:
        lines = reading.lines(pair, on)
        soon = [one for one in lines if one.standing == Standing.EXPIRING]
        found.append(Standings(pair, lines, in_turn(lines), soon))
    return reading, found


def with_mentors(pairs: Sequence[Pair], on: date) -> list[Pair]:
    """Where nobody is named yet, whoever leads at the site. One statement."""
    lacking = {pair.opportunity.site_id for pair in pairs if pair.mentor is None}
    leads: dict[int, Person] = {}
    for row in rules.leads_at(lacking, on) if lacking else ():
        leads.setdefault(row.site_id, row.person)
    return [
        pair if pair.mentor else replace(pair, mentor=leads.get(pair.opportunity.site_id))
        for pair in pairs
    ]
