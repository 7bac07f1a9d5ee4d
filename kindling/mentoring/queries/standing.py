"""How several mentors stand today, in a constant few statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from kindling.clearance.demands import Demand
from kindling.clearance.demands import Facts as Case
from kindling.clearance.items import ITEMS, STAGES
from kindling.clearance.reading import rules_of
from kindling.clearance.standing import last_day
from kindling.mentoring import rules
from kindling.mentoring.standing import Check, Facts
from kindling.schools.models import Person, School

CHECK, ORIENTATION = "check", "orientation"


def asked_check(school: School, on: date) -> Demand | None:
    """What the school asks of a mentor's check, the strictest; None where it asks for none."""
    if not school.asks_clearance:
        return None
    known = rules_of(school)
    found = [
        one for stage in STAGES for one in known.demands(Case(stage, on, None))
        if one.item.key == CHECK
    ]  # fmt: skip
    return min(found, key=lambda one: one.months or 999, default=None)


def facts_of(school: School, people: Sequence[Person]) -> dict[int, Facts]:
    """Person's key → how they stand. Five statements, two more where checks are asked."""
    today, keys = school.today(), [one.pk for one in people]
    paths = dict(rules.paths_with(keys).values_list("person_id", "state"))
    checks = _checks(school, keys, today)
    oriented = _oriented(school, keys)
    interns = Counter(rules.running_with(keys).values_list("mentor_id", flat=True))
    return {
        one.pk: Facts(
            on=today,
            path=paths.get(one.pk, ""),
            is_suspended=one.suspended_at is not None,
            check=checks.get(one.pk, Check()),
            oriented_on=oriented.get(one.pk),
            interns=interns[one.pk],
        )
        for one in people
    }


def _checks(school: School, keys: Iterable[int], today: date) -> dict[int, Check]:
    demand = asked_check(school, today)
    if demand is None:
        return {}
    ends: dict[int, list[date | None]] = {key: [] for key in keys}
    for proof in rules.checks_about(school, ends, CHECK):
        ends[proof.mentor_id or 0].append(last_day(proof, demand))
    return {key: _best(found) for key, found in ends.items()}


def _best(ends: list[date | None]) -> Check:
    if not ends:
        return Check(is_asked=True)
    until = None if None in ends else max(day for day in ends if day is not None)
    return Check(is_asked=True, was_good=True, until=until)


def _oriented(school: School, keys: Iterable[int]) -> dict[int, date]:
    """By our own course, or on paper: then the paperwork knows."""
    keys = list(keys)
    found = {
        proof.mentor_id or 0: proof.handed_at.astimezone(school.zone).date()
        for proof in rules.checks_about(school, keys, ITEMS[ORIENTATION].key)
    }
    return found | dict(rules.orientations_of(keys).values_list("person_id", "on"))


def facts_about(person: Person, school: School) -> Facts:
    """How one stands."""
    return facts_of(school, [person])[person.pk]
