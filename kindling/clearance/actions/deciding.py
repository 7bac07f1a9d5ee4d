"""Say whether what was handed in is good."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.clearance import rules
from kindling.clearance.actions.telling import tell_hander
from kindling.clearance.items import Item
from kindling.clearance.models import Proof
from kindling.clearance.questions import falls_short
from kindling.history.steps import take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer


@transaction.atomic
def verify_proof(proof: Proof, item: Item, *, by: Viewer) -> None:
    """It is good. Refused when it has run out or an answer stands against it."""
    require(rules.may_verify(by, item))
    if proof.until_on is not None and proof.until_on < by.school.today():
        raise Refused(_("This ran out already. Ask for one that is still good."))
    short = falls_short(proof.item, proof.answers)
    if short:
        raise Refused(
            _("This answer stands against it: “%(question)s” Send it back, or hand it in anew.")
            % {"question": short[0].label}
        )
    take_step(proof, "verify", by=by, decided_at=by.school.now(), decided_by=by.person, reason="")
    tell_hander(proof, item, "verified", by=by)


@transaction.atomic
def reject_proof(proof: Proof, item: Item, reason: str, *, by: Viewer) -> None:
    """Send it back with what to mend; also a yes that was a mistake."""
    require(rules.may_verify(by, item))
    reason = reason.strip()[:500]
    if not reason:
        raise ValidationError({"reason": _("Say what is missing or wrong.")})
    facts = {"decided_at": by.school.now(), "decided_by": by.person, "reason": reason}
    take_step(proof, "reject", by=by, detail={"reason": reason}, **facts)
    tell_hander(proof, item, "rejected", by=by)
