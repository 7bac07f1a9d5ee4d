"""Remind everybody who holds something, each in one letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from kindling.clearance import rules
from kindling.clearance.holding import Holders
from kindling.clearance.items import Holder
from kindling.clearance.overview import standings_of
from kindling.clearance.pairs import Pair
from kindling.history.steps import record
from kindling.kit.addresses import url
from kindling.kit.http import require
from kindling.notices.actions import Letter, notify_each, spend_asks
from kindling.passes.actions import Wanted, make_passes
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

LINK_DAYS = 21
OUTSIDE = frozenset({Holder.FAMILY, Holder.MENTOR})


@dataclass
class Reminder:
    """One person, and what they hold."""

    person: Person
    is_outside: bool = False
    lines: list[tuple[Any, str, str]] = field(default_factory=list)  # item, student, site
    pairs: list[Pair] = field(default_factory=list)


@transaction.atomic
def remind(pairs: Sequence[Pair], *, by: Viewer) -> list[Person]:
    """Write to everybody who holds something of these; return whom. A constant few statements.

    Families and mentors get a link that opens just their items. Who was asked too often this month
    rests and is left out.
    """
    require(rules.may_remind(by))
    found = [one for one in _reminders(pairs, by).values() if one.person.pk != by.person_id]
    outside = [one.person for one in found if one.is_outside]
    may_ask = {person.pk for person in (spend_asks(outside, by=by) if outside else [])}
    told = [one for one in found if not one.is_outside or one.person.pk in may_ask]
    links = _links([one for one in told if one.is_outside], by=by)
    with inside(by.school):
        letters = [
            Letter(
                one.person, {"lines": one.lines}, link_id=links.get(one.person.pk, ""),
                url="" if one.person.pk in links else _page(one),
            )
            for one in told
        ]  # fmt: skip
    notify_each(letters, "clearance/remind", by=by)
    record("clearance.remind", by.school, by=by, people=len(told), pairs=len(pairs))
    return [one.person for one in told]


def _reminders(pairs: Sequence[Pair], by: Viewer) -> dict[int, Reminder]:
    today = by.school.today()
    _reading, standings = standings_of(by.school, pairs, today)
    holders = Holders(by.school, [one.pair for one in standings], today)
    found: dict[int, Reminder] = {}
    for one in standings:
        for line in [*one.blocking, *one.expiring]:
            what = str(line.hazard.told) if line.hazard else line.demand.item.label
            text = (what, one.pair.student.name, one.pair.opportunity.site.name)
            for person in holders.people(line.holder, one.pair)[:1]:
                person.school = by.school
                kept = found.setdefault(person.pk, Reminder(person))
                kept.is_outside |= line.holder in OUTSIDE
                kept.lines += [] if text in kept.lines else [text]
                kept.pairs += [] if one.pair in kept.pairs else [one.pair]
    return found


def _links(reminders: Sequence[Reminder], *, by: Viewer) -> dict[int, str]:
    """A link for each, by person: it names their students at their places and nothing else."""
    wanted = [
        Wanted(one.person, sorted({pair.key for pair in one.pairs}), about=one.pairs[0].student)
        for one in reminders
    ]
    made = make_passes(wanted, rules.HAND_IN, by=by, days=LINK_DAYS) if wanted else []
    return {held.bearer_id: held.public_id for held in made}


def _page(one: Reminder) -> str:
    """Where somebody who signs in finds what they hold."""
    if len(one.pairs) == 1:
        pair = one.pairs[0]
        return url("clearance:pair", pair.student.public_id, pair.opportunity.public_id)
    return url("clearance:board")
