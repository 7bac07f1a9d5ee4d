"""A yes in the school's order, and ties, on the page of a pursuit."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kindling.kit.http import Refused, require
from kindling.placements import actions, forms, rules
from kindling.placements.models import Approval, Pursuit, Tie
from kindling.placements.views.pages import find_pursuit, pursuit_done, show_pursuit
from kindling.schools.http import ViewerRequest


@require_POST
def agree(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Yes, it may start."""
    pursuit = find_pursuit(request, public_id)
    actions.agree(asked_now(pursuit), by=request.viewer)
    return pursuit_done(request, pursuit, _("Noted. Thank you."))


@require_POST
def stand_in(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The coordinator heard a yes by phone."""
    pursuit = find_pursuit(request, public_id)
    approval = asked_now(pursuit)
    require(rules.may_stand_in(request.viewer, approval))
    form = forms.ReasonForm(request.POST, auto_id="stand_in_%s")
    if not form.is_valid():
        return show_pursuit(request, pursuit, stand_in_form=form)
    actions.stand_in(approval, form.cleaned_data["reason"], by=request.viewer)
    return pursuit_done(request, pursuit, _("Noted, with how you heard it."))


def asked_now(pursuit: Pursuit) -> Approval:
    """Return the turn that waits; Refused where nobody is asked any more."""
    approval = rules.asked_now(pursuit)
    if approval is None:
        raise Refused(
            _("This no longer waits for an answer: it is now “%(state)s”.")
            % {"state": pursuit.get_state_display()}
        )
    return approval


@require_POST
def declare_tie(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Somebody close works there."""
    pursuit = find_pursuit(request, public_id)
    require(rules.may_declare_tie(request.viewer, pursuit))
    form = forms.TieForm(request.POST, auto_id="tie_%s")
    if not form.is_valid():
        return show_pursuit(request, pursuit, tie_form=form)
    said = form.cleaned_data
    actions.declare_tie(pursuit, said["kind"], said["words"], by=request.viewer)
    return pursuit_done(request, pursuit, _("Thank you. The coordinator looks at it."))


@require_POST
def settle_tie(request: ViewerRequest, public_id: str, tie_id: str) -> HttpResponse:
    """It may go on, or it does not work."""
    pursuit = find_pursuit(request, public_id)
    tie: Tie = get_object_or_404(rules.ties_of(pursuit), public_id=tie_id)
    tie.pursuit = pursuit
    require(rules.may_settle_tie(request.viewer, tie))
    form = forms.ReasonForm(request.POST, auto_id="settle_%s")
    if not form.is_valid():
        return show_pursuit(request, pursuit, settle_form=form)
    act = actions.allow_tie if request.POST.get("do") == "allow" else actions.refuse_tie
    act(tie, form.cleaned_data["reason"], by=request.viewer)
    return pursuit_done(request, pursuit, _("Decided. It stands in the record."))
