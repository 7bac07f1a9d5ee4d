"""What a school asks of a plan before it is proposed. Everything else is coaching."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.plans.models import Party, PlanItem, PlanRules


@dataclass(frozen=True)
class Missing:
    """One thing a plan needs. `say` names the mend; `key` says which; `item` where, if anywhere."""

    key: str
    say: str
    item: str = ""


def missing(
    items: Iterable[PlanItem],
    rules: PlanRules,
    *,
    goals: set[tuple[int, str] | None],
    own_goals: set[int | None],
    mentors: dict[int, str],
) -> list[Missing]:
    """Return what keeps a plan from being proposed; nothing when it may go.

    goals, own_goals: what its items touch, the school's by the roots of the tree (ItemGoal.root);
    mentors: names by the internships of the student that run.
    """
    items = list(items)
    found: list[Missing] = []
    if not items:
        return [Missing("items", _("Add one thing you want to do this term."))]
    for one in items:
        if not one.experience.strip():
            say = _("Say in a sentence what number %(number)s is, or take it out.")
            found.append(Missing("experience", say % {"number": one.number}, one.public_id))
    found += _goals(rules, len(goals), len(own_goals))
    linked = {one.placement_id for one in items}
    for placement, mentor in mentors.items():
        if Party.MENTOR in rules.parties and placement not in linked:
            say = _("%(mentor)s signs too. Link one thing to your internship with them.")
            found.append(Missing("placement", say % {"mentor": mentor}))
    return found


def _goals(rules: PlanRules, goals: int, own_goals: int) -> list[Missing]:
    found = []
    if goals < rules.minimum_goals:
        short = rules.minimum_goals - goals
        say = ngettext(
            "Your school asks for %(least)s of its goals. Tick one more in something you do.",
            "Your school asks for %(least)s of its goals. Tick %(short)s more in what you do.",
            short,
        )
        found.append(Missing("goals", say % {"least": rules.minimum_goals, "short": short}))
    if rules.needs_own_goal and not own_goals:
        say = _("Tick a goal of your own in one thing. You can write a new one there.")
        found.append(Missing("own_goal", say))
    return found
