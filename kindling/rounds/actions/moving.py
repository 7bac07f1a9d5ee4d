"""A change by hand after the draw: recorded with whom it passes over."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.placements.actions import award_pursuit, withdraw_pursuit
from kindling.placements.models import Pursuit
from kindling.rounds import rules
from kindling.rounds.claims import passed_over, place_now
from kindling.rounds.models import Move, Outcome, Round, RoundPlace
from kindling.schools.viewer import Viewer


@transaction.atomic
def move_student(
    one: Round, student: Student, place: RoundPlace | None, reason: str, *, by: Viewer
) -> Move:
    """Give a student another place of the round, or none. All of it, or nothing.

    The pursuit they had from the round is taken back, a new one approved. Who had the better
    claim by the draw stands in the record. Raises Refused when no seat is free there.
    """
    require(rules.may_run_rounds(by))
    require(place is None or place.round_id == one.pk)
    reason = _said(one, reason)
    # The worker may be giving out what the draw said: it waits, and leaves this one out.
    Outcome.objects.select_for_update().filter(round=one, student=student).first()
    was = place_now(one, student)
    if (was and was.pk) == (place and place.pk):
        raise Refused(_("That is what they have already."))
    over = passed_over(one, student, place) if place else []
    _take_back(one, student, reason, by=by)
    why = _("From the round “%(name)s”.") % {"name": one.name}
    pursuit = award_pursuit(student, place.opportunity, why, by=by) if place else None
    move: Move = Move.objects.create(
        school=by.school, round=one, student=student, was=was, now=place, reason=reason,
        passed_over=over, by_person=by.person, at=by.school.now(), pursuit=pursuit,
    )  # fmt: skip
    detail = {"student": student.public_id, "reason": reason, "passed_over": over}
    record("round.move", one, by=by, move=move.public_id, **detail)
    return move


def _said(one: Round, reason: str) -> str:
    """The reason, where a change may be made and one is given."""
    if one.state != Round.State.PUBLISHED:
        raise Refused(_("Changes by hand come after the result is published."))
    if not reason.strip():
        raise ValidationError({"reason": _("Say why: it stands in the record.")})
    return reason.strip()[:1000]


def _take_back(one: Round, student: Student, reason: str, *, by: Viewer) -> None:
    """End the pursuit the student has from this round, while no internship grew from it."""
    from_draw = Outcome.objects.filter(round=one, student=student).values("pursuit")
    from_moves = Move.objects.filter(round=one, student=student).values("pursuit")
    theirs = Pursuit.objects.filter(pk__in=from_draw) | Pursuit.objects.filter(pk__in=from_moves)
    for pursuit in theirs.select_related("student__person", "opportunity__site", "seat"):
        if pursuit.state in (Pursuit.State.LANDED, Pursuit.State.CLOSED):
            raise Refused(_("Their internship has started. End it on its own page first."))
        if pursuit.state in Pursuit.UNDER_WAY:
            withdraw_pursuit(pursuit, reason, by=by)
