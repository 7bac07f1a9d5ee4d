"""A senior thesis: written, agreed, worked on, handed over, defended."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exhibitions.models import Exhibition, Kind, Result
from kindling.gateways import rules
from kindling.gateways.actions.deciding import exhibition_of
from kindling.gateways.asked import THESIS, unanswered
from kindling.gateways.models import Milestone, Thesis, ThesisWord
from kindling.history.steps import record, record_writing, take_step
from kindling.kit.editing import Clash, save_field
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

State = Thesis.State
MOST_MILESTONES = 30


@transaction.atomic
def begin_thesis(student: Student, *, by: Viewer) -> Thesis:
    """Begin the proposal; whoever comes second finds it."""
    require(rules.is_own(by, student))
    thesis, made = Thesis.objects.get_or_create(
        student=student, defaults={"school": by.school, "since": by.school.now()}
    )
    if made:
        record("thesis.begin", thesis, by=by)
    return thesis


def write_thesis(thesis: Thesis, field: str, text: str, *, base: str, by: Viewer) -> Clash | None:
    """Write one field of a proposal that nobody has agreed to; both texts when two wrote."""
    require(rules.is_own(by, thesis.student) and field in Thesis.FIELDS)
    with transaction.atomic():
        clash = save_field(thesis, field, text, base=base, if_still={"state": State.DRAFT})
        if clash is None:
            record_writing("thesis.write", thesis, by=by)
    return clash


@transaction.atomic
def name_guide(thesis: Thesis, name: str, *, is_outside: bool, by: Viewer) -> None:
    """Name who knows the field. Somebody from outside waits for the school's yes, each time anew."""
    require(rules.is_own(by, thesis.student))
    _hold(thesis)
    if thesis.state not in (State.DRAFT, State.PROPOSED):
        raise Refused(_("This is agreed. Open the proposal again to name somebody else."))
    thesis.guide, thesis.guide_is_outside = name, bool(name) and is_outside
    thesis.guide_cleared_on = thesis.guide_cleared_by = None
    thesis.save(update_fields=["guide", "guide_is_outside", "guide_cleared_on", "guide_cleared_by"])
    record("thesis.name_guide", thesis, by=by)


@transaction.atomic
def clear_guide(thesis: Thesis, name: str, *, by: Viewer) -> None:
    """Staff know this person and what the school asks of a mentor is there."""
    require(rules.may_guide(by, thesis.student))
    if by.person is None:
        raise PermissionDenied
    # The name that was read: another one written meanwhile is not cleared along.
    rows = Thesis.objects.filter(pk=thesis.pk, guide=name, guide_cleared_on__isnull=True)
    facts = {"guide_cleared_on": by.school.today(), "guide_cleared_by": by.person}
    if not name or not rows.update(**facts):
        raise Refused(_("Somebody else is named now, or this was settled. Look at it again."))
    record("thesis.clear_guide", thesis, by=by)


@transaction.atomic
def add_milestone(thesis: Thesis, title: str, due_on: date, *, by: Viewer) -> Milestone:
    """A step by a day: of a proposal, or one more on the way."""
    require(rules.may_begin(by, thesis.student))
    _hold(thesis)
    if thesis.state not in (State.DRAFT, State.WORKING):
        raise Refused(_("Steps are planned while you write or work."))
    twice: Milestone | None = thesis.milestones.filter(
        title=title, due_on=due_on, done_on__isnull=True
    ).first()
    if twice is not None:  # tapped again before the page had answered
        return twice
    if thesis.milestones.count() >= MOST_MILESTONES:
        raise Refused(_("Thirty steps are enough. Put two of them together."))
    made: Milestone = Milestone.objects.create(
        school=by.school, thesis=thesis, title=title, due_on=due_on
    )
    record("thesis.add_milestone", thesis, by=by)
    return made


@transaction.atomic
def mark_milestone(milestone: Milestone, *, is_done: bool, by: Viewer) -> None:
    """Done, or not after all."""
    require(rules.is_own(by, milestone.thesis.student))
    milestone.done_on = by.school.today() if is_done else None
    milestone.save(update_fields=["done_on"])
    record("thesis.mark_milestone", milestone.thesis, by=by, is_done=is_done)


@transaction.atomic
def drop_milestone(milestone: Milestone, *, by: Viewer) -> None:
    """Take a step out of a proposal that is still written."""
    thesis = milestone.thesis
    require(rules.is_own(by, thesis.student))
    _hold(thesis)
    if thesis.state != State.DRAFT:
        raise Refused(_("This was handed in with its steps. Open the proposal again first."))
    Milestone.objects.filter(pk=milestone.pk).delete()
    record("thesis.drop_milestone", thesis, by=by)


@transaction.atomic
def propose_thesis(thesis: Thesis, *, by: Viewer) -> None:
    """Hand the proposal in. Refused while something is missing."""
    require(rules.is_own(by, thesis.student))
    _hold(thesis)
    missing = unanswered(thesis, THESIS)
    if missing:
        raise Refused(_("Answer first: %(fields)s.") % {"fields": ", ".join(missing)})
    if not thesis.milestones.exists():
        raise Refused(_("Plan at least one step with a day."))
    take_step(thesis, "propose", by=by, since=by.school.now())


@transaction.atomic
def give_thesis_back(thesis: Thesis, words: str, *, by: Viewer) -> None:
    """Not yet, and why."""
    require(rules.may_guide(by, thesis.student))
    if not words:
        raise Refused(_("Say what is missing, so that the student can go on."))
    take_step(thesis, "give_back", by=by, since=by.school.now())
    _say(thesis, words, "give_back", by=by)


@transaction.atomic
def agree_thesis(thesis: Thesis, words: str = "", *, by: Viewer) -> None:
    """Yes to what was handed in. Refused while somebody from outside waits for the school's yes."""
    require(rules.may_guide(by, thesis.student))
    _hold(thesis)
    if thesis.needs_clearing:
        told = {"name": thesis.guide}
        raise Refused(_("%(name)s is from outside. Settle first that they may guide.") % told)
    take_step(thesis, "agree", by=by, since=by.school.now())
    _say(thesis, words, "agree", by=by)


@transaction.atomic
def reopen_thesis(thesis: Thesis, *, by: Viewer) -> None:
    """Write it anew: it takes a new yes."""
    require(rules.may_begin(by, thesis.student))
    take_step(thesis, "reopen", by=by, since=by.school.now())


@transaction.atomic
def deliver_thesis(thesis: Thesis, words: str, *, by: Viewer) -> None:
    """The product is there; say what it became and who has it."""
    require(rules.is_own(by, thesis.student))
    if not words:
        raise Refused(_("Say what it became, and who has it now."))
    take_step(thesis, "deliver", by=by, since=by.school.now(), product_words=words)


@transaction.atomic
def schedule_defence(thesis: Thesis, chosen: Exhibition | Kind, *, by: Viewer) -> None:
    """Say which exhibition is the defence, or begin one of a kind. Its panel decides."""
    require(rules.may_guide(by, thesis.student))
    _hold(thesis)
    if thesis.state != State.DELIVERED:
        raise Refused(_("The defence comes after the product."))
    thesis.exhibition = exhibition_of(thesis.student, chosen, by=by)
    thesis.save(update_fields=["exhibition"])
    record("thesis.schedule", thesis, by=by)


@transaction.atomic
def settle_defence(thesis: Thesis, words: str, *, is_passed: bool, by: Viewer) -> None:
    """It was defended without an exhibition here, or goes back to work."""
    require(rules.may_guide(by, thesis.student))
    _hold(thesis)
    _as_recorded(thesis, is_passed=is_passed)
    now = by.school.now()
    if is_passed:
        take_step(thesis, "defend", by=by, since=now, defended_on=by.school.today())
    else:
        take_step(thesis, "redo", by=by, since=now, exhibition=None)
    _say(thesis, words, "defend" if is_passed else "redo", by=by)


def _as_recorded(thesis: Thesis, *, is_passed: bool) -> None:
    """Refuse what the panel did not agree on, and anything before it has."""
    held = thesis.exhibition
    if held is None:
        return
    held.refresh_from_db(fields=["state", "result"])
    if held.state == Exhibition.State.CALLED_OFF:  # it was held without one, or another is chosen
        return
    if held.state not in Exhibition.OVER:
        raise Refused(_("The panel has not recorded its result yet."))
    if held.result and is_passed != (held.result != Result.REDO):
        told = {"result": held.get_result_display()}
        raise Refused(_("The panel recorded: %(result)s. Only a new exhibition changes it.") % told)


def _say(thesis: Thesis, words: str, verb: str, *, by: Viewer) -> None:
    if words and by.person is not None:
        ThesisWord.objects.create(
            school=by.school, thesis=thesis, by=by.person, words=words, verb=verb,
            at=by.school.now(),
        )  # fmt: skip


def _hold(thesis: Thesis) -> None:
    """One at a time: nobody else changes it until the transaction ends."""
    fresh = Thesis.objects.select_for_update().get(pk=thesis.pk)
    held = ("state", "exhibition_id", "guide", "guide_is_outside", "guide_cleared_on")
    for name in (*held, *Thesis.FIELDS):
        setattr(thesis, name, getattr(fresh, name))
