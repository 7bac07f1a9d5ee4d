"""The queue for a place: join it, move to it, say yes to a seat, or let it pass to the next."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.placements import rules
from kindling.placements.actions.asking import begin_chain, drop_chain
from kindling.placements.actions.seats import offer_seats, open_seat
from kindling.placements.actions.telling import tell_coordinators, tell_student
from kindling.placements.hindrance import already, queue_hindrance, states_of, too_many
from kindling.placements.models import Approval, Pursuit
from kindling.placements.policy import most_pursuits
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity


@transaction.atomic
def join_queue(student: Student, opportunity: Opportunity, why: str, *, by: Viewer) -> Pursuit:
    """Wait for a seat at a place that is taken. It counts towards no limit.

    Raises ValidationError without a reason, Refused where a seat is free or the place takes
    nobody. Who asked for the place before waits since that day, with the reason they gave.
    """
    require(rules.may_request(by, student) and opportunity.school_id == by.school.pk)
    if not why.strip():
        raise ValidationError({"why": _("Say in a sentence why this place draws you.")})
    if hindrance := queue_hindrance(student, opportunity, by.school):
        raise Refused(hindrance)
    asked = Pursuit.objects.filter(
        student=student, opportunity=opportunity, state=Pursuit.State.REQUESTED
    )
    if before := asked.for_list().first():
        queue_pursuit(before, by=by)
        return before
    pursuit = Pursuit(
        school=by.school, student=student, opportunity=opportunity, why=why.strip()[:2000],
        state=Pursuit.State.QUEUED, queued_at=by.school.now(),
    )  # fmt: skip
    try:
        with transaction.atomic():
            pursuit.save(force_insert=True)
    except IntegrityError:  # a double tap: the first one counts
        raise Refused(already(opportunity, pursuit.state)) from None
    record("pursuit.join", pursuit, by=by, opportunity=opportunity.public_id)
    _offer_now(pursuit, by=by)
    return pursuit


@transaction.atomic
def queue_pursuit(pursuit: Pursuit, *, by: Viewer) -> None:
    """Somebody else got the seat: the request waits for the next one, since the day it was made."""
    require(rules.may_queue(by, pursuit))
    if pursuit.seat_id is not None:
        raise Refused(_("A seat is kept for this request. It needs an answer, not the queue."))
    if hindrance := queue_hindrance(pursuit.student, pursuit.opportunity, by.school):
        raise Refused(hindrance)
    put_in_line(pursuit, by=by)
    _offer_now(pursuit, by=by)


def put_in_line(pursuit: Pursuit, *, by: Viewer) -> None:
    """Move a request to the queue without asking: for actions that have asked already."""
    drop_chain(pursuit, by=by)
    since = pursuit.queued_at or pursuit.created_at
    take_step(pursuit, "queue", by=by, queued_at=since, holder="", until_on=None)
    if by.person_id != pursuit.student.person_id:
        tell_student(pursuit, "queued", by=by)


def _offer_now(pursuit: Pursuit, *, by: Viewer) -> None:
    """A seat may have opened while the page was read."""
    if offer_seats(pursuit.opportunity, by=by):
        pursuit.refresh_from_db(fields=["state", "seat", "until_on"])


@transaction.atomic
def accept_offer(pursuit: Pursuit, *, by: Viewer) -> None:
    """Say yes to the seat: it stays the student's while the school answers the request.

    Raises Refused after the time ran out, and while they go after as many places as they may.
    """
    require(rules.may_accept(by, pursuit))
    Student.objects.select_for_update().get(pk=pursuit.student_id)
    limit = most_pursuits(pursuit.student, by.school)
    if sum(state in Pursuit.OPEN for state in states_of(pursuit.student).values()) >= limit:
        raise Refused(too_many(limit))
    take_step(pursuit, "accept", by=by, until_on=None)
    if not begin_chain(pursuit, Approval.Stage.PURSUE, by=by):
        tell_coordinators(pursuit, "asked", by=by, why=pursuit.why)


@transaction.atomic
def pass_on_offer(pursuit: Pursuit, *, by: Viewer) -> None:
    """Nobody said yes in time: the seat goes to the next, and the student is told."""
    require(rules.may_lapse(by, pursuit))
    take_step(pursuit, "pass_on", by=by)
    tell_student(pursuit, "passed_on", by=by)
    open_seat(pursuit, by=by)
