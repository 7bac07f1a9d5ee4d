"""Change a plan that is signed: a reason, other words, new names. Or give the change up."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from kindling.courses.models import Course
from kindling.goals.models import Goal, OwnGoal
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.placements.models import Placement
from kindling.plans import rules
from kindling.plans.actions.proposing import keep_version
from kindling.plans.content import WORDS, compose
from kindling.plans.locking import lock, refuse_ended
from kindling.plans.models import ItemGoal, Plan, PlanItem, Version
from kindling.plans.parties import items_of
from kindling.plans.sums import recount
from kindling.projects.models import Project
from kindling.schools.viewer import Viewer


@transaction.atomic
def start_change(plan: Plan, *, reason: str, by: Viewer) -> None:
    """Open the words of a signed plan again. The signed version goes on counting meanwhile."""
    require(rules.may_write(by, plan))
    plan = lock(plan, by=by)
    refuse_ended(plan)
    if plan.state != Plan.State.ACTIVE:
        raise Refused(_("Only a plan that is signed and running is changed this way."))
    if plan.is_changing and plan.waits_for:
        raise Refused(_("A change waits for names already. Take it back to write on."))
    plan.is_changing, plan.change_reason = True, reason
    plan.save(update_fields=["is_changing", "change_reason"])
    record("plan.start_change", plan, by=by, reason=reason)


@transaction.atomic
def give_up_change(plan: Plan, *, by: Viewer) -> None:
    """Put the words back as everybody signed them. What was written is kept as a version."""
    require(rules.may_write(by, plan))
    plan = lock(plan, by=by)
    if not plan.is_changing:
        raise Refused(_("No change is being written. The plan is as everybody signed it."))
    if plan.waits_for:
        raise Refused(_("The change waits for names. Take it back first."))
    now = plan.versions.get(state=Version.State.IN_FORCE)
    _keep_words(plan, now, by=by)
    _put_back(plan, now.content, by=by)
    plan.is_changing, plan.change_reason = False, ""
    plan.save(update_fields=["is_changing", "change_reason", "focus", "version_count"])
    recount(plan, by=by)
    record("plan.give_up_change", plan, by=by)


def _keep_words(plan: Plan, now: Version, *, by: Viewer) -> None:
    """No word is lost: what differs becomes a version that was taken back."""
    number = plan.version_count + 1
    content = compose(plan, items_of(plan), number=number, reason=plan.change_reason, signers=[])
    if all(content[key] == now.content[key] for key in ("focus", "items")):
        return
    version = keep_version(plan, content, by=by, state=Version.State.WITHDRAWN)
    version.settled_at, version.settled_by = by.school.now(), by.person
    version.save(update_fields=["settled_at", "settled_by"])
    plan.version_count = number


def _put_back(plan: Plan, content: dict[str, Any], *, by: Viewer) -> None:
    plan.focus = content["focus"]
    signed = {said["id"]: (number, said) for number, said in enumerate(content["items"], 1)}
    for item in PlanItem.objects.filter(plan=plan):
        if item.public_id not in signed:
            item.dropped_at = item.dropped_at or by.school.now()
            item.save(update_fields=["dropped_at"])
            continue
        item.number, said = signed[item.public_id]
        _put_back_item(item, said)


def _put_back_item(item: PlanItem, said: dict[str, Any]) -> None:
    for name in WORDS:
        setattr(item, name, said[name])
    item.starts_on, item.ends_on = _day(said["starts_on"]), _day(said["ends_on"])
    student = item.plan.student_id
    item.placement = _found(Placement.objects.filter(student=student), said["placement"])
    item.project = _found(Project.objects.filter(members__student=student), said["project"])
    item.course = _found(Course.objects.filter(places__student=student), said["course"])
    item.dropped_at = None
    item.save()
    ItemGoal.objects.filter(item=item).delete()
    goals = Goal.objects.filter(public_id__in=[one["id"] for one in said["goals"]])
    own = OwnGoal.objects.filter(public_id__in=[one["id"] for one in said["own_goals"]])
    rows = [ItemGoal(school_id=item.school_id, item=item, goal=one) for one in goals]
    rows += [ItemGoal(school_id=item.school_id, item=item, own_goal=one) for one in own]
    ItemGoal.objects.bulk_create(rows)


def _found(rows: models.QuerySet[Any], named: dict[str, str] | None) -> Any:
    return rows.filter(public_id=named["id"]).first() if named else None


def _day(on: str) -> date | None:
    return date.fromisoformat(on) if on else None
