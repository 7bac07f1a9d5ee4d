"""Papers that were handed in and wait to be checked."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.clearance.items import PRINCIPAL_DECIDES
from kindling.clearance.models import Proof
from kindling.clearance.rules import visible_proofs
from kindling.kit.waits import MOST, HoldsUp, Wait
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def waits(viewer: Viewer) -> list[Wait]:
    """For the coordinator; what the principal alone decides, for the principal. One statement."""
    if viewer.purpose or not viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL):
        return []
    rows = visible_proofs(viewer).filter(state=Proof.State.SUBMITTED)
    if not viewer.is_a(Role.PRINCIPAL):
        rows = rows.exclude(item__in=PRINCIPAL_DECIDES)
    elif not viewer.is_a(Role.COORDINATOR):
        rows = rows.filter(item__in=PRINCIPAL_DECIDES)
    return [_to_check(one) for one in rows.order_by("handed_at", "pk")[:MOST]]


def _to_check(proof: Proof) -> Wait:
    say = _("Check a paper that was handed in.")
    if proof.student:
        say = _("Check a paper of %(name)s.") % {"name": proof.student.first}
    return Wait(
        key=f"paper.check:{proof.public_id}", icon="folder-check", url=proof.get_absolute_url(),
        say=say, holds_up=HoldsUp.STUDENT if proof.student else HoldsUp.MENTOR,
        who=proof.student.name if proof.student else "", since=proof.handed_at,
    )  # fmt: skip
