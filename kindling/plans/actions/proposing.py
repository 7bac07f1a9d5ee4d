"""Freeze a plan's words as a version, say who signs it, and tell them."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused
from kindling.plans import rules
from kindling.plans.actions.asking import ask_signers
from kindling.plans.actions.signing import come_into_force
from kindling.plans.asked import missing
from kindling.plans.content import address_of, compose
from kindling.plans.locking import lock_words
from kindling.plans.models import Plan, PlanItem, Signer, Version
from kindling.plans.parties import items_of, signers_for
from kindling.schools.viewer import Viewer


@transaction.atomic
def propose_plan(plan: Plan, *, by: Viewer) -> Version:
    """Make a version of the words as they are now and ask for names.

    Refused, with what is missing, while the school asks for more; and for a change that changes
    nothing, or has no reason.
    """
    plan = lock_words(plan, by=by)
    items = items_of(plan)
    _refuse_missing(plan, items, by=by)
    signers = signers_for(plan, items, by=by)
    named = [[party, person.name] for party, person in signers]
    number = plan.version_count + 1
    content = compose(plan, items, number=number, reason=plan.change_reason, signers=named)
    if plan.is_changing:
        _refuse_unchanged(plan, content)
    version = keep_version(plan, content, by=by)
    rows = [
        Signer(school=by.school, version=version, party=party, person=person)
        for party, person in signers
    ]
    Signer.objects.bulk_create(rows)
    plan.version_count = number
    plan.waits_for = ",".join(dict.fromkeys(party for party, _person in signers))
    plan.save(update_fields=["version_count", "waits_for"])
    _move(plan, by=by, version=version)
    if signers:
        ask_signers(plan, by=by)
    else:  # only a mentor signs here, and there is none
        come_into_force(plan, version, by=by)
    return version


def _move(plan: Plan, *, by: Viewer, version: Version) -> None:
    """The plan's own state follows its first version; a change leaves it running."""
    said = {"number": version.number, "words": version.content_hash}
    if plan.is_changing:
        record("plan.propose_change", plan, by=by, **said)
        return
    take_step(plan, "propose", by=by, state_since=by.school.now(), detail=said)


def _refuse_missing(plan: Plan, items: list[PlanItem], *, by: Viewer) -> None:
    touches = [one for item in items for one in item.touches.all()]
    running = rules.placements_for(by, plan.student)
    found = missing(
        items,
        rules.rules_of(by),
        goals={one.root for one in touches} - {None},
        own_goals={one.own_goal_id for one in touches} - {None},
        mentors={one.pk: one.mentor.first for one in running},
    )
    if found:
        raise Refused(" ".join(one.say for one in found))


def _refuse_unchanged(plan: Plan, content: dict[str, Any]) -> None:
    now = plan.versions.filter(state=Version.State.IN_FORCE).first()
    if now and all(now.content[key] == content[key] for key in ("focus", "items")):
        raise Refused(
            _("Nothing is different from the plan that everybody signed. Change it first.")
        )
    if not plan.change_reason.strip():
        raise Refused(_("Say why the plan changes. Everybody who signs reads it."))


def keep_version(
    plan: Plan, content: dict[str, Any], *, by: Viewer, state: str = Version.State.PROPOSED
) -> Version:
    now = by.school.now()
    version = Version(
        school=by.school, plan=plan, number=content["number"], content=content, state=state,
        content_hash=address_of(content), reason=content["reason"], proposed_by=by.person,
        proposed_at=now,
    )  # fmt: skip
    version.save()
    record("version.make", version, by=by, number=version.number, words=version.content_hash)
    return version
