"""What a school asks for: its packs and its own rules, for the page that sets them."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.clearance import rules
from kindling.clearance.demands import RuleSet
from kindling.clearance.items import HOLDER_LABELS, ON_LABELS, STAGE_LABELS, Item
from kindling.clearance.models import OwnRule
from kindling.clearance.packs import all_packs, newest_packs
from kindling.clearance.packs.model import Pack, Rule
from kindling.clearance.reading import rules_of
from kindling.clearance.weaker import what_weakens
from kindling.history.models import Event
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class PackLine:
    """A pack one may follow. newer: a later version of one that is followed."""

    pack: Pack
    is_chosen: bool
    is_foundation: bool
    newer: str


@dataclass(frozen=True)
class ItemLine:
    """One item as it is asked for here."""

    item: Item
    holder: str
    on: str
    rules: list[Rule]
    own: OwnRule | None
    weakens: list[str]
    law_again: list[str]  # the own rule asks for less than a law nobody weakened knowingly
    stages: str


@dataclass(frozen=True)
class RulesPage:
    """Packs, items, and what was changed by whom."""

    packs: list[PackLine]
    items: list[ItemLine]
    free: list[Item]  # known items that nothing asks for yet
    changes: list[Event]


def rules_page(viewer: Viewer) -> RulesPage:
    """Return the page. Five statements."""
    chosen = [row.pack for row in rules.chosen_packs(viewer.school)]
    rule_set = rules_of(viewer.school)
    own = {one.item: one for one in rule_set.own}
    items = [
        item_line(rule_set, item, own.get(key))
        for key, item in rule_set.items.items()
        if rule_set.rules_for(key) or key in own
    ]
    named = {line.item.key for line in items}
    return RulesPage(
        packs=pack_lines(chosen, rule_set),
        items=items,
        free=[item for key, item in rule_set.items.items() if key not in named],
        changes=list(rules.changes_of(viewer).filter(verb__in=CHANGES)[:10]),
    )


CHANGES = (
    "clearance.choose_packs",
    "clearance.weaken",
    "clearance.keep_rule",
    "clearance.drop_rule",
)


def pack_lines(chosen: list[str], rule_set: RuleSet) -> list[PackLine]:
    """The newest of each pack, and an older one while it is followed."""
    newest = {pack.key: pack for pack in newest_packs()}
    old = [all_packs()[one] for one in chosen if one in all_packs()]
    shown = [*newest.values(), *(pack for pack in old if newest[pack.key].id != pack.id)]
    below = {name for pack in rule_set.packs for name in pack.builds_on}
    return [
        PackLine(
            pack, pack.id in chosen, pack.id in below and pack.id not in chosen,
            newest[pack.key].id if newest[pack.key].id != pack.id else "",
        )
        for pack in shown
    ]  # fmt: skip


def item_line(rule_set: RuleSet, item: Item, own: OwnRule | None) -> ItemLine:
    """Return how one item is asked for, and where it differs from a law."""
    found = rule_set.rules_for(item.key)
    less = what_weakens(own, found) if own else []
    stages = [stage for rule in found for stage in rule.stages] if own is None else own.stages
    return ItemLine(
        item=item,
        holder=str(HOLDER_LABELS[item.holder]),
        on=str(ON_LABELS[item.on]),
        rules=found,
        own=own,
        weakens=less if own and own.weakens else [],
        law_again=less if own and not own.weakens else [],
        stages=", ".join(str(label) for key, label in STAGE_LABELS.items() if key in stages),
    )
