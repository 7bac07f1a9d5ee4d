"""Sums on the plan's own row, so that a list of twenty students reads one row each."""

from __future__ import annotations

from kindling.people.models import Student
from kindling.plans.models import ItemGoal, Plan, PlanItem, Suggestion
from kindling.schools.viewer import Viewer


def recount(plan: Plan, *, by: Viewer) -> None:
    """Work out the sums again and note the time of the change. The caller holds the plan's row."""
    items = PlanItem.objects.filter(plan=plan, dropped_at__isnull=True)
    touched = list(ItemGoal.objects.filter(item__in=items).select_related("goal"))
    plan.item_count = items.count()
    plan.goal_count = len({one.root for one in touched} - {None})
    plan.own_goal_count = len({one.own_goal_id for one in touched} - {None})
    plan.changed_at = by.school.now()
    plan.save(update_fields=["item_count", "goal_count", "own_goal_count", "changed_at"])


def recount_suggestions(student: Student) -> None:
    """Keep on every plan of the student how many wait, so that pages need not ask."""
    waiting = Suggestion.objects.filter(student=student, state=Suggestion.State.WAITING)
    Plan.objects.filter(student=student).update(suggestion_count=waiting.count())
