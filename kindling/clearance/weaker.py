"""Where a school's own rule asks for less than a law it follows. Never silent: said and recorded."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from kindling.clearance.items import STAGE_LABELS
from kindling.clearance.models import OwnRule
from kindling.clearance.packs.model import Rule


def what_weakens(own: OwnRule, rules: Sequence[Rule]) -> list[str]:
    """Return a sentence for each way in which `own` asks for less than these laws."""
    return [sentence for rule in rules if rule.is_law for sentence in _less_than(own, rule)]


def _less_than(own: OwnRule, rule: Rule) -> list[str]:
    law = {"law": rule.source.name}
    if own.is_off:
        return [_("%(law)s asks for it, and you ask for it no more.") % law]
    found = []
    if rule.blocks and not own.blocks:
        found.append(
            _("%(law)s makes it a condition of the start, and you let a start go on.") % law
        )
    gone = [stage for stage in rule.stages if stage not in own.stages]
    if gone:
        named = ", ".join(str(STAGE_LABELS[stage]) for stage in gone)
        told = {**law, "stages": named}
        found.append(_("%(law)s asks for it here too, and you don’t: %(stages)s.") % told)
    if rule.months and (own.months is None or own.months > rule.months):
        told = {**law, "months": str(rule.months)}
        found.append(_("%(law)s: a yes lasts %(months)s months, and yours lasts longer.") % told)
    if _is_narrower(own, rule):
        found.append(_("%(law)s holds for more students than yours.") % law)
    return found


def _is_narrower(own: OwnRule, rule: Rule) -> bool:
    """Somebody is asked by the law and not by the school."""
    oldest, youngest = rule.when.under or 200, rule.when.at_least or 0
    if (own.under or 200) < oldest or (own.at_least or 0) > youngest:
        return True
    return own.paid is not None and own.paid != rule.when.paid
