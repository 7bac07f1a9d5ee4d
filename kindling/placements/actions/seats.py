"""A seat that opens goes to the next in the queue. Every way out of a pursuit ends here."""

from __future__ import annotations

from django.db import transaction

from kindling.history.steps import take_step
from kindling.kit.http import Refused
from kindling.placements.actions.telling import tell_student
from kindling.placements.hindrance import going_after
from kindling.placements.line import line_for, offer_ends
from kindling.placements.models import Pursuit, PursuitPolicy
from kindling.placements.policy import lock_site, policy_of
from kindling.schools.viewer import Viewer
from kindling.sites.actions import free_seat, take_seat
from kindling.sites.models import Opportunity


def open_seat(pursuit: Pursuit, *, by: Viewer) -> None:
    """Give back the seat that the pursuit held, if it held one, and offer it to the next."""
    if pursuit.seat is None:
        return
    free_seat(pursuit.seat, by=by)
    offer_seats(pursuit.opportunity, by=by)


def offer_seats(opportunity: Opportunity, *, by: Viewer) -> int:
    """Offer each free seat to who is next; returns how many. One statement where nobody waits.

    Kindling itself offers, whoever made the seat free: no student reads another's name. Two who
    offer at once: the database gives each seat and each step to one of them.
    """
    clock = Viewer.system(by.school)
    line = Pursuit.objects.filter(opportunity=opportunity, state=Pursuit.State.QUEUED)
    if not opportunity.takes_students_on(by.school.today()) or not line.exists():
        return 0
    policy, offered = policy_of(by.school), 0
    lock_site(opportunity.site_id)
    for turn in line_for(opportunity, policy):
        if not opportunity.count_free_seats() or _is_crowded(opportunity, policy):
            break
        pursuit = turn.pursuit
        if opportunity.is_old_enough(pursuit.student, by.school.today()):
            offered += offer_seat(pursuit, opportunity, policy, by=clock)
    return offered


def _is_crowded(opportunity: Opportunity, policy: PursuitPolicy) -> bool:
    return policy.site_limit is not None and going_after(opportunity.site) >= policy.site_limit


def offer_seat(pursuit: Pursuit, place: Opportunity, policy: PursuitPolicy, *, by: Viewer) -> bool:
    """Seat and step together, or neither. False when somebody was faster with one of them."""
    pursuit.opportunity, until = place, offer_ends(by.school, policy)
    try:
        with transaction.atomic():
            seat = take_seat(place, by=by)
            detail = {"until_on": until.isoformat()}
            take_step(pursuit, "offer", by=by, seat=seat, until_on=until, detail=detail)
    except Refused:
        return False
    tell_student(pursuit, "offered", by=by, until_on=until)
    return True
