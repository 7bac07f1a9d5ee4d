"""What came by the public form, and the form itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require
from kindling.kit.paging import page_of
from kindling.outreach import actions, rules
from kindling.outreach.forms.offers import AcceptForm, DeclineOfferForm, MergeOfferForm
from kindling.outreach.models import Offer
from kindling.outreach.queries.offers import address_of, code_of, listed_offers, similar_sites
from kindling.schools.http import ViewerRequest


@require_safe
def offer_list(request: ViewerRequest) -> HttpResponse:
    """Those that wait first."""
    require(rules.may_decide(request.viewer))
    context = {"page": page_of(request, listed_offers(request.viewer))}
    return render(request, "outreach/offers.html", context)


@require_safe
def offer(request: ViewerRequest, public_id: str) -> HttpResponse:
    return show(request, find_offer(request, public_id))


@require_POST
def accept(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It becomes a place or a site of ours."""
    found = find_offer(request, public_id)
    form = AcceptForm(request.POST, viewer=request.viewer, offer=found)

    def act() -> HttpResponse:
        site = actions.accept_offer(found, by=request.viewer, **form.facts())
        return go_to(request, site, _("Added. They are told that you call."))

    return decided(request, found, "accept_form", form, act)


@require_POST
def merge(request: ViewerRequest, public_id: str) -> HttpResponse:
    """We know them: it is noted at their site."""
    found = find_offer(request, public_id)
    form = MergeOfferForm(request.POST, viewer=request.viewer)

    def act() -> HttpResponse:
        site = form.cleaned_data["site"]
        actions.merge_offer(found, site, by=request.viewer)
        return go_to(request, site, _("Noted there. They are told that you call."))

    return decided(request, found, "merge_form", form, act)


@require_POST
def decline(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Not now, kindly."""
    found = find_offer(request, public_id)
    form = DeclineOfferForm(request.POST)

    def act() -> HttpResponse:
        actions.decline_offer(found, form.cleaned_data["words"], by=request.viewer)
        return go_to(request, found, _("Declined. Your words are on their way."))

    return decided(request, found, "decline_form", form, act)


def decided(
    request: ViewerRequest,
    found: Offer,
    name: str,
    form: forms.Form,
    act: Callable[[], HttpResponse],
) -> HttpResponse:
    """Do it, or show the page with what is to be mended."""
    require(rules.may_decide(request.viewer))
    return act() if form.is_valid() else show(request, found, **{name: form})


def show(request: ViewerRequest, found: Offer, **bound: forms.Form) -> HttpResponse:
    """The offer, with sites it may belong to and the three answers."""
    viewer = request.viewer
    waits = found.state == Offer.State.WAITING and rules.may_decide(viewer)
    similar = similar_sites(viewer, found) if waits else []
    first = {"site": similar[0].public_id if similar else ""}
    context: dict[str, Any] = {"offer": found, "waits": waits, "similar": similar}
    if waits:
        context |= {
            "known": rules.known_adult(viewer, found),
            "today": request.school.today(),
            "accept_form": AcceptForm(viewer=viewer, offer=found),
            "merge_form": MergeOfferForm(viewer=viewer, initial=first),
            "decline_form": DeclineOfferForm(),
        }
    return page_or_422(request, "outreach/offer.html", context | bound, bound=bool(bound))


@require_safe
def form_page(request: ViewerRequest) -> HttpResponse:
    """The public form: open or closed, its address, its code."""
    require(rules.may_keep_form(request.viewer))
    return render(request, "outreach/form.html", shown_form(request))


@require_safe
def poster(request: ViewerRequest) -> HttpResponse:
    """The code on a sheet of paper, for a door or a market."""
    require(rules.may_keep_form(request.viewer))
    get_object_or_404(rules.visible_forms(request.viewer), is_open=True)
    return render(request, "outreach/poster.html", shown_form(request))


def shown_form(request: ViewerRequest) -> dict[str, Any]:
    kept = rules.visible_forms(request.viewer).first()
    if kept is None or not kept.is_open:
        return {"form": kept, "address": "", "code": ""}
    return {"form": kept, "address": address_of(kept), "code": code_of(kept)}


@require_POST
def open_form(request: ViewerRequest) -> HttpResponse:
    actions.open_form(by=request.viewer)
    return go_to(request, "outreach:form", _("The form is open."))


@require_POST
def close_form(request: ViewerRequest) -> HttpResponse:
    require(rules.may_keep_form(request.viewer))
    kept = rules.visible_forms(request.viewer).first()
    if kept is None:
        return redirect("outreach:form")
    actions.close_form(kept, by=request.viewer)
    return go_to(request, "outreach:form", _("The form is closed."))


@require_POST
def renew_form(request: ViewerRequest) -> HttpResponse:
    require(rules.may_keep_form(request.viewer))
    kept = get_object_or_404(rules.visible_forms(request.viewer))
    actions.renew_form(kept, by=request.viewer)
    return go_to(request, "outreach:form", _("This is the new address. The old one stopped."))


def find_offer(request: ViewerRequest, public_id: str) -> Offer:
    """404 for what the viewer may not see."""
    return get_object_or_404(rules.visible_offers(request.viewer), public_id=public_id)
