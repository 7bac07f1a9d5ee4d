"""Words of a plan, field by field. Two who write at once lose none (kit.editing)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.courses.models import Course
from kindling.goals.models import Goal, OwnGoal
from kindling.history.steps import record, record_writing
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import Refused, require
from kindling.placements.models import Placement
from kindling.plans import rules
from kindling.plans.content import WORDS
from kindling.plans.locking import lock, lock_words
from kindling.plans.models import ItemGoal, ItemSupport, Plan, PlanItem
from kindling.plans.sums import recount
from kindling.projects.models import Project
from kindling.schools.viewer import Viewer
from kindling.support.models import SupportGoal
from kindling.support.rules import visible_support_goals
from kindling.ui.format import day

LOOKING_BACK = ("learned", "proud_of", "next_time")


@transaction.atomic
def write_plan(plan: Plan, field: str, text: str, *, base: str, by: Viewer) -> Clash | None:
    """Save what the term is about. field: "focus". A Clash when somebody was faster."""
    require(field == "focus")
    plan = lock_words(plan, by=by)
    clash = save_field(plan, field, text, base=base, changed_at=by.school.now())
    if clash is None:
        record_writing("plan.write", plan, by=by, field=field)
    return clash


@transaction.atomic
def write_item(item: PlanItem, field: str, text: str, *, base: str, by: Viewer) -> Clash | None:
    """Save one field of an item (a name of content.WORDS). A Clash when somebody was faster."""
    require(field in WORDS)
    plan = lock_words(item.plan, by=by)
    clash = save_field(item, field, text, base=base)
    if clash is None:
        _touch(plan, by=by)
        record_writing("plan.write_item", plan, by=by, item=item.public_id, field=field)
    return clash


def _touch(plan: Plan, *, by: Viewer) -> None:
    plan.changed_at = by.school.now()
    plan.save(update_fields=["changed_at"])


@transaction.atomic
def date_item(
    item: PlanItem, *, starts_on: date | None, ends_on: date | None, by: Viewer
) -> PlanItem:
    """Say from when to when. Refused outside the term's year, or when the end comes first."""
    plan = lock_words(item.plan, by=by)
    if starts_on and ends_on and ends_on < starts_on:
        raise Refused(_("The last day must not come before the first day."))
    year = plan.term.year
    for on in (starts_on, ends_on):
        if on and not year.starts_on <= on <= year.ends_on:
            first, last = day(year.starts_on), day(year.ends_on)
            raise Refused(
                _("Use a day of this school year: %(first)s to %(last)s.")
                % {"first": first, "last": last}
            )
    item.starts_on, item.ends_on = starts_on, ends_on
    item.save(update_fields=["starts_on", "ends_on"])
    _touch(plan, by=by)
    record("plan.date_item", plan, by=by, item=item.public_id)
    return item


@transaction.atomic
def touch_goals(
    item: PlanItem, goals: Sequence[Goal], own_goals: Sequence[OwnGoal], *, by: Viewer
) -> None:
    """Say which goals an item touches: the school's, and the student's own."""
    plan = lock_words(item.plan, by=by)
    require(all(one.student_id == plan.student_id for one in own_goals))
    require(all(one.school_id == plan.school_id for one in goals))
    ItemGoal.objects.filter(item=item).delete()
    rows = [ItemGoal(school=by.school, item=item, goal=one) for one in goals]
    rows += [ItemGoal(school=by.school, item=item, own_goal=one) for one in own_goals]
    ItemGoal.objects.bulk_create(rows)
    recount(plan, by=by)
    record("plan.touch_goals", plan, by=by, item=item.public_id, goals=len(rows))


@transaction.atomic
def link_item(
    item: PlanItem,
    *,
    placement: Placement | None,
    project: Project | None,
    course: Course | None,
    by: Viewer,
) -> None:
    """Say where an item happens: at the student's own internship, in a project or course of theirs."""
    plan = lock_words(item.plan, by=by)
    require(placement is None or placement.student_id == plan.student_id)
    require(project is None or project.members.filter(student=plan.student_id).exists())
    require(course is None or course.places.filter(student=plan.student_id).exists())
    item.placement, item.project, item.course = placement, project, course
    item.save(update_fields=["placement", "project", "course"])
    _touch(plan, by=by)
    record("plan.link_item", plan, by=by, item=item.public_id)


@transaction.atomic
def serve_support(item: PlanItem, goals: Sequence[SupportGoal], *, by: Viewer) -> None:
    """Say which support goals an item serves, of those the viewer reads; others' links stay.

    That is no part of what is signed, so it may be said at any time.
    """
    require(rules.may_write(by, item.plan))
    plan = lock(item.plan, by=by)
    seen = visible_support_goals(by).filter(student=plan.student_id)
    require(all(one.student_id == plan.student_id for one in goals))
    require({one.pk for one in goals} <= set(seen.values_list("pk", flat=True)))
    ItemSupport.objects.filter(item=item, support_goal__in=seen.values("pk")).delete()
    rows = [ItemSupport(school=by.school, item=item, support_goal=one) for one in goals]
    ItemSupport.objects.bulk_create(rows)
    plan.serves_support = ItemSupport.objects.filter(item__plan=plan).exists()
    plan.save(update_fields=["serves_support"])
    record("plan.serve_support", plan, by=by, item=item.public_id, goals=len(rows))


@transaction.atomic
def mark_item(item: PlanItem, progress: str, *, by: Viewer) -> None:
    """Say how far it is. That is no part of what was signed, so it may always be said."""
    require(rules.may_write(by, item.plan))
    plan = lock(item.plan, by=by)
    if plan.state == Plan.State.CLOSED:
        raise Refused(_("This plan is closed. Bring what is unfinished into the next one."))
    item.progress = PlanItem.Progress(progress)
    item.save(update_fields=["progress"])
    record("plan.mark_item", plan, by=by, item=item.public_id, progress=progress)


@transaction.atomic
def write_back(plan: Plan, field: str, text: str, *, base: str, by: Viewer) -> Clash | None:
    """Save a field of looking back: the student's own words, once the plan runs."""
    require(field in LOOKING_BACK and rules.part_of(by, plan.student).is_student)
    plan = lock(plan, by=by)
    if plan.state not in (Plan.State.ACTIVE, Plan.State.EXHIBITED):
        raise Refused(_("You look back on a plan that is signed, until you have handed that in."))
    clash = save_field(plan, field, text, base=base)
    if clash is None:
        record_writing("plan.write_back", plan, by=by, field=field)
    return clash
