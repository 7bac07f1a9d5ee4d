"""What others would change in a plan: suggested, taken in by the student, or not."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Max, Q
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.plans import rules
from kindling.plans.models import Plan, PlanItem, Suggestion
from kindling.plans.sums import recount, recount_suggestions
from kindling.schools.viewer import Viewer

MOST_ITEMS = 30  # in a plan


@dataclass(frozen=True)
class Source:
    """Where a suggestion comes from. kind: of Suggestion.Source; label: which one ("Term 1")."""

    kind: str
    label: str = ""


@transaction.atomic
def suggest_change(student: Student, words: str, *, source: Source, by: Viewer) -> Suggestion:
    """Put words for the next plan before the student. The same words from the same source once.

    May: the student's advisor, a leader, the system (for a panel that agreed on it).
    """
    require(rules.may_suggest(by, student))
    words = words.strip()
    if not words:
        raise Refused(_("Write what should change in the plan."))
    kind = Suggestion.Source(source.kind)
    found, is_new = Suggestion.objects.get_or_create(
        student=student, source=kind, label=source.label, words=words,
        defaults={"school": by.school, "by": by.person, "at": by.school.now()},
    )  # fmt: skip
    if is_new:
        recount_suggestions(student)
        record("suggestion.make", found, by=by, source=str(kind))
    return found


@transaction.atomic
def accept_suggestion(suggestion: Suggestion, *, by: Viewer) -> PlanItem | None:
    """The student takes it in: as a thing of the plan that is being written, else of the next.

    Returns the new thing, or None when it waits for the next plan.
    """
    require(rules.may_answer_suggestion(by, suggestion))
    plan = _open_plan(suggestion.student, by=by)
    take_step(suggestion, "accept", by=by, settled_at=by.school.now(), reason="")
    recount_suggestions(suggestion.student)
    if plan is None:
        return None
    bring_suggestions(plan, by=by)
    suggestion.refresh_from_db(fields=["item"])
    return suggestion.item


@transaction.atomic
def decline_suggestion(suggestion: Suggestion, *, reason: str, by: Viewer) -> None:
    """The student does not take it, and says why. It can still be taken in later."""
    require(rules.may_answer_suggestion(by, suggestion))
    take_step(suggestion, "decline", by=by, settled_at=by.school.now(), reason=reason)
    recount_suggestions(suggestion.student)


def bring_suggestions(plan: Plan, *, by: Viewer) -> int:
    """Make things of what was accepted and stands in no plan yet. The plan's words are open."""
    rows = Suggestion.objects.select_for_update(of=("self",)).filter(
        student=plan.student_id, state=Suggestion.State.ACCEPTED, item__isnull=True
    )
    held = PlanItem.objects.filter(plan=plan).aggregate(
        last=Max("number"), n=Count("pk", filter=Q(dropped_at__isnull=True))
    )
    room, last = MOST_ITEMS - held["n"], held["last"] or 0
    came = list(rows.order_by("at", "pk")[: max(room, 0)])
    for number, one in enumerate(came, last + 1):
        one.item = PlanItem.objects.create(
            school=by.school, plan=plan, number=number, experience=one.words
        )
        one.save(update_fields=["item"])
    if came:
        recount(plan, by=by)
        record("plan.take_suggestions", plan, by=by, items=len(came))
    return len(came)


def _open_plan(student: Student, *, by: Viewer) -> Plan | None:
    """The latest plan whose words may change now, locked."""
    rows = Plan.objects.select_for_update(of=("self",)).filter(student=student)
    rows = rows.filter(term__ends_on__gte=by.school.today()).order_by("-term__starts_on", "-pk")
    return next((plan for plan in rows if plan.is_being_written), None)
