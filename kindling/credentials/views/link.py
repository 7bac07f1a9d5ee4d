"""Behind a mentor's link: a few words for somebody who learned with them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from kindling.credentials import actions, rules
from kindling.credentials.forms import EndorseForm
from kindling.credentials.models import Endorsement
from kindling.kit.http import page_or_422, sent
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer


def endorse_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Write once; then read what one wrote."""
    found = get_object_or_404(rules.endorsements_of(viewer))
    asks = found.state == Endorsement.State.ASKED
    form = EndorseForm(sent(request) if asks else None)
    if form.is_bound and form.is_valid():
        told = form.cleaned_data
        actions.give_endorsement(found, told["words"], told["skills"], by=viewer)
        return redirect(request.door)
    context = {"form": form, "it": found}
    return page_or_422(request, "credentials/endorse.html", context, bound=form.is_bound)
