"""Begin a plan, put things into it, take them out, carry them over."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.plans import rules
from kindling.plans.actions.covers import open_cover
from kindling.plans.actions.meeting import find_meeting
from kindling.plans.actions.suggesting import (
    MOST_ITEMS,
    bring_suggestions,
)
from kindling.plans.content import WORDS
from kindling.plans.locking import ended_sentence, lock, lock_words
from kindling.plans.models import Plan, PlanItem
from kindling.plans.sums import recount, recount_suggestions
from kindling.schools.models import Term
from kindling.schools.viewer import Viewer
from kindling.ui.format import day


@transaction.atomic
def start_plan(student: Student, term: Term, *, by: Viewer) -> Plan:
    """Begin the student's plan of a term, or return the one there is. Refused for a term that ended."""
    require(rules.may_start_plan(by, student) and term.school_id == by.school.pk)
    found = Plan.objects.filter(student=student, term=term).first()
    if found:
        return found
    if term.ends_on < by.school.today():
        raise Refused(ended_sentence(term.label, day(term.ends_on)))
    now = by.school.now()
    cover = open_cover(student, term.year, by=by)
    plan, is_new = Plan.objects.get_or_create(
        student=student, term=term,
        defaults={"school": by.school, "state_since": now, "changed_at": now, "cover": cover},
    )  # fmt: skip
    if is_new:
        record("plan.start", plan, by=by, term=term.label)
        find_meeting(plan, by=by)
        recount_suggestions(student)
        bring_suggestions(plan, by=by)
    return plan


@transaction.atomic
def add_item(plan: Plan, *, by: Viewer) -> PlanItem:
    """Put an empty item at the end. Refused beyond thirty."""
    plan = lock_words(plan, by=by)
    rows = PlanItem.objects.filter(plan=plan)
    if rows.filter(dropped_at__isnull=True).count() >= MOST_ITEMS:
        raise Refused(_("A plan holds thirty things. Take one out before you add another."))
    last = rows.aggregate(last=Max("number"))["last"] or 0
    item = PlanItem.objects.create(school=by.school, plan=plan, number=last + 1)
    recount(plan, by=by)
    record("plan.add_item", plan, by=by, item=item.public_id)
    return item


@transaction.atomic
def drop_item(item: PlanItem, *, by: Viewer) -> None:
    """Take an item out. Its words stay, and it can come back."""
    plan = lock_words(item.plan, by=by)
    PlanItem.objects.filter(pk=item.pk, dropped_at__isnull=True).update(dropped_at=by.school.now())
    recount(plan, by=by)
    record("plan.drop_item", plan, by=by, item=item.public_id)


@transaction.atomic
def bring_back_item(item: PlanItem, *, by: Viewer) -> None:
    """Put an item in again that was taken out."""
    plan = lock_words(item.plan, by=by)
    PlanItem.objects.filter(pk=item.pk).update(dropped_at=None)
    recount(plan, by=by)
    record("plan.bring_back_item", plan, by=by, item=item.public_id)


@transaction.atomic
def move_item(item: PlanItem, *, by: Viewer) -> None:
    """Put an item one place up: the most important stands on top."""
    plan = lock_words(item.plan, by=by)
    rows = list(
        PlanItem.objects.filter(plan=plan, dropped_at__isnull=True).order_by("number", "pk")
    )
    at = next((n for n, one in enumerate(rows) if one.pk == item.pk), 0)
    if at:
        rows[at - 1], rows[at] = rows[at], rows[at - 1]
    for number, one in enumerate(rows, 1):
        one.number = number
    PlanItem.objects.bulk_update(rows, ["number"])
    record("plan.move_item", plan, by=by, item=item.public_id)


@transaction.atomic
def share_plan(plan: Plan, *, by: Viewer) -> None:
    """Let the family read the plan while it is being written."""
    require(rules.may_write(by, plan))
    plan = lock(plan, by=by)
    plan.shared_at = plan.shared_at or by.school.now()
    plan.save(update_fields=["shared_at"])
    record("plan.share", plan, by=by)


@transaction.atomic
def unshare_plan(plan: Plan, *, by: Viewer) -> None:
    """Keep the words to student and advisor again, until they are proposed."""
    require(rules.may_write(by, plan))
    plan = lock(plan, by=by)
    plan.shared_at = None
    plan.save(update_fields=["shared_at"])
    record("plan.unshare", plan, by=by)


@transaction.atomic
def carry_items(plan: Plan, earlier: Plan, *, by: Viewer) -> int:
    """Bring what is unfinished in an earlier plan of the same student into this one, and what was
    suggested and accepted since.

    Returns how many came; what is here already stays once.
    """
    require(earlier.student_id == plan.student_id and earlier.pk != plan.pk)
    plan = lock_words(plan, by=by)
    came = plan.items.exclude(carried_from=None).values("carried_from")
    unfinished = PlanItem.objects.filter(plan=earlier, dropped_at__isnull=True)
    unfinished = unfinished.exclude(progress=PlanItem.Progress.DONE).exclude(pk__in=came)
    number = plan.items.aggregate(last=Max("number"))["last"] or 0
    count = 0
    for was in unfinished.order_by("number", "pk"):
        count += 1
        words = {name: getattr(was, name) for name in WORDS}
        PlanItem.objects.create(
            school=by.school, plan=plan, number=number + count, carried_from=was,
            placement=was.placement, project=was.project,
            course=was.course, progress=was.progress, **words,
        )  # fmt: skip
    recount(plan, by=by)
    record("plan.carry", plan, by=by, earlier=earlier.public_id, items=count)
    return count + bring_suggestions(plan, by=by)
