"""A tie between student and place is declared before a yes, and the coordinator decides on it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.placements import rules
from kindling.placements.actions.granting import turn_down
from kindling.placements.actions.requesting import give_up, request_pursuit
from kindling.placements.actions.telling import tell_coordinators, tell_student_and_advisors
from kindling.placements.models import Pursuit, Tie
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity


@transaction.atomic
def request_with_tie(
    student: Student, opportunity: Opportunity, why: str, *, kind: str, words: str, by: Viewer
) -> Pursuit:
    """Ask, and declare a tie at once: both or neither. Without a kind it is only asked."""
    pursuit = request_pursuit(student, opportunity, why, by=by)
    if kind:
        declare_tie(pursuit, kind, words, by=by)
    return pursuit


@transaction.atomic
def declare_tie(pursuit: Pursuit, kind: str, words: str, *, by: Viewer) -> Tie:
    """Say that a relative, the school or one's own family is tied to the place.

    It holds the yes until the coordinator decides. Nobody is blamed for saying it.
    """
    require(rules.may_declare_tie(by, pursuit))
    words = words.strip()[:1000]
    if kind not in Tie.Kind.values:
        raise ValidationError({"kind": _("Choose what it is.")})
    if not words:
        raise ValidationError({"words": _("Say in a sentence who it is and what they do there.")})
    if pursuit.state not in Pursuit.UNDER_WAY:
        raise Refused(_("This pursuit is over, so there is nothing to declare."))
    tie: Tie = Tie.objects.create(
        school=by.school, pursuit=pursuit, kind=kind, words=words, declared_by=by.person,
        declared_at=by.school.now(),
    )  # fmt: skip
    record("pursuit.declare_tie", pursuit, by=by, kind=kind, tie=tie.public_id)
    tell_coordinators(pursuit, "tie", by=by, words=words)
    return tie


@transaction.atomic
def allow_tie(tie: Tie, reason: str, *, by: Viewer) -> None:
    """It may go on, and why stands in the record."""
    require(rules.may_settle_tie(by, tie))
    settle_tie(tie, "allow", reason, by=by)


@transaction.atomic
def refuse_tie(tie: Tie, reason: str, *, by: Viewer) -> None:
    """It does not work: the pursuit ends with that reason, and the seat opens."""
    require(rules.may_settle_tie(by, tie))
    reason, pursuit = settle_tie(tie, "refuse", reason, by=by), tie.pursuit
    if pursuit.state == Pursuit.State.REQUESTED:
        turn_down(pursuit, reason, by=by)
    elif pursuit.state in Pursuit.UNDER_WAY:
        give_up(pursuit, reason, by=by)
        tell_student_and_advisors(pursuit, "withdrawn", by=by, reason=reason)


def settle_tie(tie: Tie, verb: str, reason: str, *, by: Viewer) -> str:
    """Keep the decision and return its reason: for actions that have asked."""
    reason = reason.strip()[:1000]
    if not reason:
        raise ValidationError({"reason": _("Say why: it stands in the record.")})
    take_step(tie, verb, by=by, reason=reason, decided_by=by.person)
    detail = {"reason": reason, "tie": tie.public_id}
    record(f"pursuit.{verb}_tie", tie.pursuit, by=by, **detail)
    return reason
