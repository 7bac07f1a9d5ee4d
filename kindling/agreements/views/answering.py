"""Sign, say no or take back: the same for a link and for somebody who is signed in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from kindling.agreements import actions
from kindling.agreements.forms import DeclineForm, SignForm
from kindling.agreements.models import Signer
from kindling.kit.http import Refused
from kindling.schools.viewer import Viewer


def form_of(post: Any, do: str) -> forms.Form:
    """Which form was sent; taking back asks nothing."""
    if do == "decline":
        return DeclineForm(post)
    return forms.Form(post) if do == "take_back" else SignForm(post)


def act(request: HttpRequest, signer: Signer, form: forms.Form, do: str, by: Viewer) -> bool:
    """Do what was sent; say whether it was done. What stands in its way is said on the form."""
    try:
        if isinstance(form, SignForm):
            actions.sign_agreement(signer, by=by, **form.signed)
            messages.success(request, _("Thank you. You have signed."))
        elif isinstance(form, DeclineForm):
            actions.decline_agreement(signer, by=by, reason=form.cleaned_data["reason"])
            messages.success(request, _("Thank you. The school knows that you do not sign this."))
        elif do == "take_back":
            actions.take_back_signature(signer, by=by)
            messages.success(request, _("Your signature is taken back."))
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def forms_for(form: forms.Form | None, name: str) -> dict[str, forms.Form | None]:
    """The two forms of the page; what was wrong with the one that was sent."""
    return {
        "wrong": form,
        "sign": form if isinstance(form, SignForm) else SignForm(initial={"name": name}),
        "decline": form if isinstance(form, DeclineForm) else DeclineForm(),
    }
