"""A round gave a student a place: the request, the seat and the yes come together."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.placements import rules
from kindling.placements.actions.asking import begin_chain
from kindling.placements.actions.granting import grant
from kindling.placements.checks import check_open
from kindling.placements.hindrance import already
from kindling.placements.models import Approval, Pursuit
from kindling.schools.viewer import Viewer
from kindling.sites.actions import take_seat
from kindling.sites.models import Opportunity
from kindling.sites.openness import openness_of


@transaction.atomic
def award_pursuit(
    student: Student,
    opportunity: Opportunity,
    why: str,
    until_on: date | None = None,
    *,
    by: Viewer,
) -> Pursuit:
    """Give the student a seat there and permission to go after it, or Refused says why not.

    The number of places a student may ask for does not count: the school decided. Where it asks
    several for a yes (family, mentor), the seat is kept while they are asked.
    """
    require(rules.may_award(by, student) and opportunity.school_id == by.school.pk)
    if reasons := _in_the_way(student, opportunity, by):
        raise Refused(reasons[0])
    pursuit = _asked_or_new(student, opportunity, why, by=by)
    is_new = pursuit.pk is None
    check_open(pursuit)
    _take(pursuit, by=by)
    record("pursuit.award", pursuit, by=by, opportunity=opportunity.public_id)
    if pursuit.holder or (is_new and begin_chain(pursuit, Approval.Stage.PURSUE, by=by)):
        return pursuit  # whoever is asked says the last yes; the seat waits
    grant(pursuit, until_on, by=by)
    return pursuit


def _asked_or_new(student: Student, opportunity: Opportunity, why: str, *, by: Viewer) -> Pursuit:
    """The request that waits for an answer already, or one that is not saved yet."""
    asked = Pursuit.objects.select_for_update(of=("self",)).filter(
        student=student, opportunity=opportunity, state__in={*Pursuit.UNDER_WAY, *Pursuit.LIVE}
    )
    pursuit: Pursuit | None = asked.select_related("seat").first()
    if pursuit and pursuit.state != Pursuit.State.REQUESTED:
        raise Refused(already(opportunity, pursuit.state))
    pursuit = pursuit or Pursuit(school=by.school, why=why.strip()[:2000])
    pursuit.student, pursuit.opportunity = student, opportunity  # spares their statements
    return pursuit


def _in_the_way(student: Student, opportunity: Opportunity, by: Viewer) -> list[str]:
    """Closed, paused or too young; whether a seat is free is asked by taking it."""
    reasons = openness_of(opportunity, student, by.school.today(), free_seats=1).reasons
    return [reason.sentence for reason in reasons]


def _take(pursuit: Pursuit, *, by: Viewer) -> None:
    """Seat and request together, or neither."""
    try:
        with transaction.atomic():
            pursuit.seat = pursuit.seat or take_seat(pursuit.opportunity, by=by)
            pursuit.save()
    except IntegrityError:  # somebody asked for it in this moment
        raise Refused(already(pursuit.opportunity)) from None
