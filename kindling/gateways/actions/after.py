"""Where a student goes after school: written, handed in, agreed; and the next step of each choice."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.gateways import rules
from kindling.gateways.asked import AFTER, unanswered
from kindling.gateways.models import AfterPlan, Choice, Pathway
from kindling.history.steps import record, record_writing, take_step
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

State = AfterPlan.State
MOST_CHOICES = 20


@transaction.atomic
def begin_after(student: Student, *, by: Viewer) -> AfterPlan:
    """Begin it; whoever comes second finds it."""
    require(rules.is_own(by, student))
    plan, made = AfterPlan.objects.get_or_create(
        student=student, defaults={"school": by.school, "since": by.school.now()}
    )
    if made:
        record("after.begin", plan, by=by)
    return plan


def write_after(plan: AfterPlan, field: str, text: str, *, base: str, by: Viewer) -> Clash | None:
    """Write one field while it is not handed in."""
    require(rules.is_own(by, plan.student) and field in AfterPlan.FIELDS)
    with transaction.atomic():
        clash = save_field(plan, field, text, base=base, if_still={"state": State.DRAFT})
        if clash is None:
            record_writing("after.write", plan, by=by)
    return clash


@transaction.atomic
def choose_pathway(plan: AfterPlan, pathway: str, second: str, *, by: Viewer) -> None:
    """The first way, and the second."""
    require(rules.is_own(by, plan.student))
    rows = AfterPlan.objects.filter(pk=plan.pk, state=State.DRAFT)
    if not rows.update(pathway=pathway, second=second):
        raise Refused(_("This is handed in. Open it again to change it."))
    record("after.choose", plan, by=by, pathway=pathway)


@transaction.atomic
def add_choice(plan: AfterPlan, *, by: Viewer, **facts: Any) -> Choice:
    """One more place to go, with its next step. `facts`: name, pathway, next_step, due_on."""
    require(rules.may_begin(by, plan.student))
    AfterPlan.objects.select_for_update().get(pk=plan.pk)  # one at a time
    twice: Choice | None = plan.choices.filter(state=Choice.State.LOOKING, **facts).first()
    if twice is not None:  # tapped again before the page had answered
        return twice
    if plan.choices.count() >= MOST_CHOICES:
        raise Refused(_("Twenty are many. Leave some first."))
    made: Choice = Choice.objects.create(school=by.school, plan=plan, **facts)
    record("after.add_choice", plan, by=by, choice=made.public_id)
    return made


@transaction.atomic
def move_choice(
    choice: Choice, *, state: str, next_step: str, due_on: date | None, by: Viewer
) -> None:
    """How it stands, and what is next by when. Also after it was agreed: that is life."""
    plan = choice.plan
    require(rules.may_begin(by, plan.student))
    same = (choice.next_step, choice.due_on) == (next_step, due_on)
    choice.state, choice.next_step, choice.due_on = state, next_step, due_on
    choice.done_on = choice.done_on if same else None
    choice.save(update_fields=["state", "next_step", "due_on", "done_on"])
    record("after.move_choice", plan, by=by, choice=choice.public_id, state=state)


@transaction.atomic
def do_next_step(choice: Choice, *, by: Viewer) -> None:
    """The next step is done."""
    require(rules.may_begin(by, choice.plan.student))
    if Choice.objects.filter(pk=choice.pk, done_on__isnull=True).update(done_on=by.school.today()):
        record("after.do_step", choice.plan, by=by, choice=choice.public_id)


@transaction.atomic
def hand_in_after(plan: AfterPlan, *, by: Viewer) -> None:
    """Hand it in. Refused while something is missing."""
    require(rules.is_own(by, plan.student))
    fresh = AfterPlan.objects.select_for_update().get(pk=plan.pk)
    missing = unanswered(fresh, AFTER)
    if missing:
        raise Refused(_("Answer first: %(fields)s.") % {"fields": ", ".join(missing)})
    if fresh.pathway == Pathway.OPEN or not fresh.choices.exists():
        raise Refused(_("Choose a way, and name at least one place to go."))
    take_step(plan, "hand_in", by=by, since=by.school.now(), comment="")


@transaction.atomic
def give_after_back(plan: AfterPlan, comment: str, *, by: Viewer) -> None:
    """Not yet, and why."""
    require(rules.may_guide(by, plan.student))
    if not comment:
        raise Refused(_("Say what is missing, so that the student can go on."))
    take_step(plan, "give_back", by=by, since=by.school.now(), comment=comment)


@transaction.atomic
def agree_after(plan: AfterPlan, *, by: Viewer) -> None:
    """Yes to what it says."""
    require(rules.may_guide(by, plan.student))
    take_step(plan, "agree", by=by, since=by.school.now())


@transaction.atomic
def reopen_after(plan: AfterPlan, *, by: Viewer) -> None:
    """Write it anew: it takes a new yes."""
    require(rules.is_own(by, plan.student))
    take_step(plan, "reopen", by=by, since=by.school.now())
