"""The public form: opened, closed, given a new address."""

from __future__ import annotations

from django.db import transaction

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.kit.ids import new_public_id
from kindling.outreach import rules
from kindling.outreach.models import OfferForm
from kindling.schools.viewer import Viewer


@transaction.atomic
def open_form(*, by: Viewer) -> OfferForm:
    """Let everybody who has the address offer something. Twice is once."""
    require(rules.may_keep_form(by))
    form, _made = OfferForm.objects.get_or_create(school=by.school)
    if not form.is_open:
        form.is_open = True
        form.save(update_fields=["is_open"])
        record("offerform.open", form, by=by)
    return form


@transaction.atomic
def close_form(form: OfferForm, *, by: Viewer) -> None:
    """Nobody can offer anything there now. The address stays for another time."""
    require(rules.may_keep_form(by) and form.school_id == by.school.pk)
    if OfferForm.objects.filter(pk=form.pk, is_open=True).update(is_open=False):
        record("offerform.close", form, by=by)


@transaction.atomic
def renew_form(form: OfferForm, *, by: Viewer) -> None:
    """Give it a new address; the old one and what was printed stop working."""
    require(rules.may_keep_form(by) and form.school_id == by.school.pk)
    form.key = new_public_id()
    form.save(update_fields=["key"])
    record("offerform.renew", form, by=by)
