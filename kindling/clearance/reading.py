"""Read once what was handed in for many students at many places, then say how each item stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from kindling.clearance import rules
from kindling.clearance.demands import Demand, Facts, RuleSet, rule_set
from kindling.clearance.items import ITEMS, On
from kindling.clearance.models import Proof
from kindling.clearance.pairs import Pair
from kindling.clearance.signing import Signed
from kindling.clearance.standing import (
    Line,
    Standing,
    forbidden,
    found_hazards,
    line_of,
    with_order,
)
from kindling.schools.models import School

type Key = tuple[str, str, int, int]  # item, on, and what it hangs on


def rules_of(school: School) -> RuleSet:
    """Return what a school asks for. Two statements."""
    chosen = [row.pack for row in rules.chosen_packs(school)]
    return rule_set(chosen, list(rules.own_rules(school)))


def key_of(item: str, on: str, pair: Pair) -> Key:
    """Under which key an item of this pair is kept."""
    match on:
        case On.STUDENT:
            return item, on, pair.student.pk, 0
        case On.MENTOR:
            return item, on, pair.mentor.pk if pair.mentor else 0, 0
        case On.SITE:
            return item, on, pair.opportunity.site_id, 0
        case On.PLACE:
            return item, on, pair.opportunity.pk, 0
    return item, on, pair.student.pk, pair.opportunity.pk


def key_of_proof(proof: Proof) -> Key:
    """The same key, from what was handed in."""
    match proof.on:
        case On.STUDENT:
            return proof.item, proof.on, proof.student_id or 0, 0
        case On.MENTOR:
            return proof.item, proof.on, proof.mentor_id or 0, 0
        case On.SITE:
            return proof.item, proof.on, proof.site_id or 0, 0
        case On.PLACE:
            return proof.item, proof.on, proof.opportunity_id or 0, 0
    return proof.item, proof.on, proof.student_id or 0, proof.opportunity_id or 0


class Reading:
    """What was handed in about these pairs. Six statements, however many."""

    def __init__(self, school: School, pairs: Sequence[Pair]) -> None:
        self.school, self.rule_set = school, rules_of(school)
        places = {pair.opportunity.pk for pair in pairs}
        self.paid = {row.opportunity_id for row in rules.terms_of(places) if row.is_paid}
        self.proofs: dict[Key, list[Proof]] = defaultdict(list)
        found = rules.proofs_about(
            school,
            students={pair.student.pk for pair in pairs},
            mentors={pair.mentor.pk for pair in pairs if pair.mentor},
            sites={pair.opportunity.site_id for pair in pairs},
            places=places,
        )
        self.signed = Signed(school, pairs)
        for proof in found:
            self.proofs[key_of_proof(proof)].append(proof)

    def of(self, item: str, on: str, pair: Pair) -> list[Proof]:
        """Everything handed in for an item of this pair."""
        return self.proofs.get(key_of(item, on, pair), [])

    def screen(self, pair: Pair) -> Proof | None:
        """The newest hazard screen of the place that was not sent back."""
        kept = [
            one for one in self.of("hazards", On.PLACE, pair) if one.state != Proof.State.REJECTED
        ]
        return max(kept, key=lambda one: (one.handed_at, one.pk), default=None)

    def facts(self, pair: Pair, on: date) -> Facts:
        """What the rules may depend on."""
        found = found_hazards(self.screen(pair), self.rule_set.hazards)
        levels = frozenset(hazard.level for hazard in found)
        age, is_paid = pair.student.age_on(on), pair.opportunity.pk in self.paid
        return Facts(pair.stage, on, age, is_paid, levels)

    def lines(self, pair: Pair, on: date) -> list[Line]:
        """Return how every item stands that is asked of this pair, what is forbidden first."""
        facts = self.facts(pair, on)
        demands = self.rule_set.demands(facts)
        found = with_order([self._line(demand, pair, on) for demand in demands])
        if any(demand.item.key == "hazards" for demand in demands):
            return [*self._forbidden(pair, facts), *found]
        return found

    def _line(self, demand: Demand, pair: Pair, on: date) -> Line:
        """One item, with what was signed elsewhere counted in."""
        item = demand.item
        proofs = self.of(item.key, item.on, pair) + self.signed.proofs(item.key, pair, on)
        line = line_of(demand, proofs, pair.stage, on)
        signing = None if line.is_good else self.signed.signing(item.key, pair)
        if signing is None:
            return line
        return replace(line, standing=Standing.SIGNING, holder=None, signing=signing)

    def _forbidden(self, pair: Pair, facts: Facts) -> Iterable[Line]:
        screen, item = self.screen(pair), ITEMS["hazards"]
        for hazard in forbidden(found_hazards(screen, self.rule_set.hazards), facts.age):
            yield Line(Demand(item), Standing.FORBIDDEN, item.holder, screen, hazard=hazard)
