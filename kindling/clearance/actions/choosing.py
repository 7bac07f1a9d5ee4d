"""What a school asks for: its packs, its own items, and whether a place pays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.clearance import rules
from kindling.clearance.demands import RuleSet, rule_set
from kindling.clearance.items import ITEMS
from kindling.clearance.models import ChosenPack, OwnRule, Terms
from kindling.clearance.packs import all_packs
from kindling.clearance.weaker import what_weakens
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.kit.ids import new_public_id
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity

FIELDS = (
    "label", "says", "on", "holder", "stages", "under", "at_least", "paid", "months", "blocks",
    "needs_file", "is_off", "reason",
)  # fmt: skip


@transaction.atomic
def choose_packs(wanted: Iterable[str], *, by: Viewer) -> None:
    """Follow these packs (ids such as "us-1") from today on, and no others.

    An own rule that asks for less than a pack chosen now counts as the law again: nobody has
    weakened that law yet, knowing it.
    """
    require(rules.may_set_rules(by))
    wanted = list(dict.fromkeys(wanted))
    unknown = [one for one in wanted if one not in all_packs()]
    if unknown:
        raise ValidationError({"packs": _("We know no such pack: %s.") % ", ".join(unknown)})
    rows = ChosenPack.objects.filter(school=by.school)
    had = list(rows.values_list("pack", flat=True))
    rows.exclude(pack__in=wanted).delete()
    today = by.school.today()
    ChosenPack.objects.bulk_create(
        ChosenPack(school=by.school, pack=one, since_on=today, by=by.person)
        for one in wanted
        if one not in had
    )
    _restore_laws(rule_set(wanted, list(rules.own_rules(by.school))))
    _mark(by.school)
    record("clearance.choose_packs", by.school, by=by, was=had, now=wanted)


def _restore_laws(kept: RuleSet) -> None:
    for own in kept.own:
        less = what_weakens(own, kept.rules_for(own.item))
        if own.weakens and not set(less) <= set(own.weakens):
            own.weakens = []
            own.save(update_fields=["weakens"])


@transaction.atomic
def keep_own_rule(item: str, *, by: Viewer, is_known: bool = False, **facts: Any) -> OwnRule:
    """Ask for something of the school's own, or change how a pack's item is asked here.

    item: a key of the catalogue, of an own item, or "" for a new one of its own. Where that asks
    for less than a law the school follows, it needs a reason and `is_known`: the law is named, and
    both are recorded. Raises ValidationError by field.
    """
    require(rules.may_set_rules(by))
    item = item or f"own-{new_public_id()}"
    own = OwnRule.objects.filter(school=by.school, item=item).first()
    own = own or OwnRule(school=by.school, item=item)
    for name in FIELDS:
        if name in facts:
            setattr(own, name, facts[name])
    _check(own)
    chosen = ChosenPack.objects.filter(school=by.school).values_list("pack", flat=True)
    less = what_weakens(own, rule_set(chosen, []).rules_for(item))
    if less and not (is_known and own.reason.strip()):
        raise ValidationError({"is_known": [*less, _("Tick the box and give a reason, or ask for it as the law does.")]})  # fmt: skip
    own.weakens, own.changed_at, own.changed_by = less, by.school.now(), by.person
    own.save()
    _mark(by.school)
    verb = "clearance.weaken" if less else "clearance.keep_rule"
    record(verb, own, by=by, item=item, less_than=less, reason=own.reason)
    return own


def _check(own: OwnRule) -> None:
    if own.item not in ITEMS and not own.label.strip():
        raise ValidationError({"label": _("Give it a name.")})
    if not own.stages and not own.is_off:
        raise ValidationError({"stages": _("Choose when it is asked for.")})
    if own.at_least and own.under and own.at_least >= own.under:
        raise ValidationError({"under": _("Nobody is that old and that young at once.")})


@transaction.atomic
def drop_own_rule(own: OwnRule, *, by: Viewer) -> None:
    """Ask for it as the packs do again; an item of the school's own is asked for no more."""
    require(rules.may_set_rules(by))
    record("clearance.drop_rule", own, by=by, item=own.item, label=own.label)
    own.delete()
    _mark(by.school)


def _mark(school: School) -> None:
    """Remember in the school's row whether anything is asked: other pages pay nothing if not."""
    asks = ChosenPack.objects.filter(school=school).exists()
    asks = asks or OwnRule.objects.filter(school=school, is_off=False).exists()
    School.objects.filter(pk=school.pk).update(asks_clearance=asks)
    school.asks_clearance = asks


@transaction.atomic
def set_pay(opportunity: Opportunity, *, is_paid: bool, by: Viewer) -> None:
    """Say whether students are paid at this place: other rules hold for paid work."""
    require(rules.may_remind(by))
    Terms.objects.update_or_create(
        opportunity=opportunity, defaults={"school": by.school, "is_paid": is_paid}
    )
    record("clearance.set_pay", opportunity, by=by, is_paid=is_paid)
