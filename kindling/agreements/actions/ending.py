"""Take an agreement back, go on after a no, and end one that all have signed."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.agreements import rules
from kindling.agreements.models import Agreement, Signer
from kindling.history.steps import take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer


@transaction.atomic
def void_agreement(agreement: Agreement, *, by: Viewer, reason: str) -> None:
    """Take back what not everybody has signed. Refused for what holds: end that instead."""
    require(rules.may_keep(by))
    take_step(agreement, "void", by=by, reason=reason)


@transaction.atomic
def reopen_agreement(agreement: Agreement, *, by: Viewer) -> None:
    """Ask again after somebody said no; their no stays in the history."""
    require(rules.may_keep(by))
    take_step(agreement, "reopen", by=by)
    refused = Signer.objects.filter(agreement=agreement, state=Signer.State.DECLINED)
    refused.update(state=Signer.State.WAITING, answered_at=None, asked_at=None)


@transaction.atomic
def end_agreement(agreement: Agreement, *, by: Viewer, on: date, reason: str) -> None:
    """End what everybody has signed; `on` is its last day. The paper stays."""
    require(rules.may_keep(by))
    if on < agreement.starts_on:
        raise Refused(_("It begins after that day. Choose a later one."))
    take_step(agreement, "end", by=by, reason=reason, ends_on=on)
