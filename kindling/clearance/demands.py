"""What is asked before this student goes there: the school's packs and own rules, put together.

Several packs may ask for one item; then all of them hold, so the stricter one counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kindling.clearance.items import ITEMS, MAY, MUST, STAGES, Holder, Item, On, Stage
from kindling.clearance.models import OwnRule
from kindling.clearance.packs import with_foundations
from kindling.clearance.packs.model import Hazard, Limits, Pack, Rule, When


@dataclass(frozen=True)
class Facts:
    """What a demand may depend on. hazards: levels that the place's screen found."""

    stage: str
    on: date
    age: int | None
    is_paid: bool = False
    hazards: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Demand:
    """One item as it is asked for here. `reasons` are the rules behind it, the law's first."""

    item: Item
    blocks: bool = True
    months: int | None = None
    after: frozenset[str] = frozenset()
    suggests: tuple[tuple[str, str], ...] = ()
    reasons: tuple[Rule, ...] = ()
    own: OwnRule | None = None


@dataclass(frozen=True)
class RuleSet:
    """Everything one school asks for."""

    packs: tuple[Pack, ...]
    own: tuple[OwnRule, ...]
    _known: dict[Facts, tuple[Demand, ...]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def items(self) -> dict[str, Item]:
        """Every item this school may ask for, its own too."""
        return {**ITEMS, **{one.item: own_item(one) for one in self.own if one.item not in ITEMS}}

    @property
    def hazards(self) -> list[Hazard]:
        """What the screen asks, the numbered orders first."""
        return [hazard for pack in reversed(self.packs) for hazard in pack.hazards]

    def rules_for(self, item: str) -> list[Rule]:
        """Everything the packs say about one item, the law's first."""
        rules = [rule for pack in self.packs for rule in pack.rules if rule.item == item]
        return sorted(rules, key=lambda rule: not rule.is_law)

    def limits_for(self, facts: Facts) -> list[Limits]:
        """How long somebody may work, as far as a rule says it."""
        limits = [one for pack in self.packs for one in pack.limits]
        return [one for one in limits if holds(one.when, facts)]

    def demands(self, facts: Facts) -> tuple[Demand, ...]:
        """Return what is asked, in the order of the catalogue. Kept: lists ask it often."""
        if facts not in self._known:
            self._known[facts] = tuple(self._demands(facts))
        return self._known[facts]

    def _demands(self, facts: Facts) -> Iterable[Demand]:
        own = {one.item: one for one in self.own}
        for key, item in self.items.items():
            rules = [rule for rule in self.rules_for(key) if applies(rule, facts)]
            demand = changed(merged(item, rules), own.get(key), facts)
            if demand is not None:
                yield demand


def rule_set(chosen: Iterable[str], own: Sequence[OwnRule]) -> RuleSet:
    """Return what a school asks for that follows these packs and has these rules of its own."""
    return RuleSet(tuple(with_foundations(chosen)), tuple(own))


def applies(rule: Rule, facts: Facts) -> bool:
    """This rule, on this day, for this student and place."""
    return facts.stage in rule.stages and rule.holds_on(facts.on) and holds(rule.when, facts)


def holds(when: When, facts: Facts) -> bool:
    """An unknown birthday is young enough for every rule that protects the young."""
    if when.under is not None and facts.age is not None and facts.age >= when.under:
        return False
    if when.at_least is not None and (facts.age is None or facts.age < when.at_least):
        return False
    if when.paid is not None and facts.is_paid != when.paid:
        return False
    return not when.hazards or when.hazards in facts.hazards


def merged(item: Item, rules: Sequence[Rule]) -> Demand | None:
    """Return one demand for all rules about an item: the strictest of each."""
    if not rules:
        return None
    months = [rule.months for rule in rules if rule.months]
    return Demand(
        item=item,
        blocks=any(rule.blocks for rule in rules),
        months=min(months) if months else None,
        after=frozenset(name for rule in rules for name in rule.after),
        suggests=tuple(pair for rule in rules for pair in rule.suggests.items()),
        reasons=tuple(rules),
    )


def changed(demand: Demand | None, own: OwnRule | None, facts: Facts) -> Demand | None:
    """Return the demand as the school wants it; None when nothing is asked.

    A law the school follows holds all the same, unless the school asks for less knowing that.
    """
    if own is None:
        return demand
    law = [] if demand is None or own.weakens else [one for one in demand.reasons if one.is_law]
    floor = merged(demand.item, law) if demand else None
    when = When(own.under, own.at_least, own.paid)
    if own.is_off or facts.stage not in own.stages or not holds(when, facts):
        return floor
    demand = demand or Demand(item=ITEMS.get(own.item) or own_item(own))
    months = [one for one in (own.months, floor.months if floor else None) if one]
    return replace(
        demand,
        item=replace(demand.item, file=MUST) if own.needs_file else demand.item,
        months=min(months) if months else None,
        blocks=own.blocks or (floor is not None and floor.blocks),
        own=own,
    )


def own_item(own: OwnRule) -> Item:
    """An item that only this school knows: a paper."""
    return Item(
        own.item, own.label, On(own.on), Holder(own.holder),
        file=MUST if own.needs_file else MAY, hint=own.says,
    )  # fmt: skip


def rank(stage: str) -> int:
    """How much a stage is: a yes to the greater one is a yes to the lesser."""
    return STAGES.index(Stage(stage))
