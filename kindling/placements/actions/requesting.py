"""A student asks to go after a place, or takes that back."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.placements import rules
from kindling.placements.actions.asking import begin_chain, drop_chain
from kindling.placements.actions.seats import open_seat
from kindling.placements.actions.telling import tell_coordinators, tell_student_and_advisors
from kindling.placements.hindrance import already, hindrance_of
from kindling.placements.models import Approval, EndedWhy, Pursuit
from kindling.placements.policy import lock_site
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity


@transaction.atomic
def request_pursuit(student: Student, opportunity: Opportunity, why: str, *, by: Viewer) -> Pursuit:
    """Ask to go after this place. The coordinator is told; no seat is held yet.

    Raises ValidationError without a reason, Refused when the place is not open to this student,
    when they go after it already, or after as many as the school allows.
    """
    require(rules.may_request(by, student) and opportunity.school_id == by.school.pk)
    if not why.strip():
        raise ValidationError({"why": _("Say in a sentence why this place draws you.")})
    # Two tabs of one student count each other.
    Student.objects.select_for_update().get(pk=student.pk)
    lock_site(opportunity.site_id)
    if hindrance := hindrance_of(student, opportunity, by.school):
        raise Refused(hindrance)
    pursuit = Pursuit(
        school=by.school, student=student, opportunity=opportunity, why=why.strip()[:2000]
    )
    try:
        with transaction.atomic():
            pursuit.save(force_insert=True)
    except IntegrityError:  # a double tap: the first one counts
        raise Refused(already(opportunity)) from None
    record("pursuit.request", pursuit, by=by, opportunity=opportunity.public_id)
    if not begin_chain(pursuit, Approval.Stage.PURSUE, by=by):
        tell_coordinators(pursuit, "asked", by=by, why=pursuit.why)
    return pursuit


@transaction.atomic
def withdraw_pursuit(pursuit: Pursuit, reason: str = "", *, why: str = "", by: Viewer) -> None:
    """Take it back; a held seat opens. No reason is needed, and none is asked for twice.

    why: one of EndedWhy, or "" where nobody says.
    """
    require(rules.may_withdraw(by, pursuit))
    give_up(pursuit, reason, why=why, by=by)
    tell_student_and_advisors(pursuit, "withdrawn", by=by, reason=pursuit.reason)


def give_up(pursuit: Pursuit, reason: str, *, why: str = "", by: Viewer) -> None:
    """Withdraw without asking whether one may: for actions that have asked already."""
    changes = {"reason": reason.strip()[:1000], "ended_why": why}
    take_step(pursuit, "withdraw", by=by, detail=changes, **changes)
    drop_chain(pursuit, by=by)
    open_seat(pursuit, by=by)


@transaction.atomic
def part_ways(pursuit: Pursuit, reason: str, *, by: Viewer) -> None:
    """Not now, after a day there: nobody took it back, and nobody turned anybody down."""
    require(rules.may_part(by, pursuit))
    changes = {"reason": reason.strip()[:1000], "ended_why": EndedWhy.FIT.value}
    take_step(pursuit, "part", by=by, detail=changes, **changes)
    drop_chain(pursuit, by=by)
    open_seat(pursuit, by=by)
