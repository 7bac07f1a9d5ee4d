"""What families offer, signed in; and staff's answers."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.families import actions, rules
from kindling.families.forms import AnswerForm
from kindling.families.models import FamilyOffer
from kindling.families.views.acting import act, empty_forms
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def give(request: ViewerRequest) -> HttpResponse:
    """A family offers something, and reads what became of it."""
    viewer = request.viewer
    require(rules.is_family(viewer))
    told, status, forms = "", 200, empty_forms(viewer)
    if request.method == "POST":
        told, status, forms = act(request, viewer)
    if told:
        return go_to(request, "families:give", told)
    context = {"form": forms["offer"], "offers": rules.own_offers(viewer)[:50]}
    return render(request, "families/give.html", context, status=status)


@require_safe
def offers(request: ViewerRequest) -> HttpResponse:
    """All that families offered, what waits first; `kind` narrows it."""
    viewer = request.viewer
    require(rules.may_open_desk(viewer))
    rows = rules.visible_offers(viewer).order_by("-created_at", "-pk")
    kind = request.GET.get("kind", "")
    if kind in FamilyOffer.Kind.values:
        rows = rows.filter(kind=kind)
    context = {"page": page_of(request, rows), "kind": kind, "kinds": FamilyOffer.Kind.choices}
    return render(request, "families/offers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One offer, and the answer to it."""
    viewer = request.viewer
    found = get_object_or_404(rules.visible_offers(viewer), public_id=public_id)
    may_answer = rules.may_answer_offer(viewer, found) and found.state == FamilyOffer.State.OPEN
    form = AnswerForm(sent(request))
    if form.is_bound and form.is_valid():
        actions.answer_offer(found, by=viewer, **form.cleaned_data)
        return go_to(request, found, _("Sent. They read it in their letter."))
    context: dict[str, Any] = {"offer": found, "form": form if may_answer else None}
    context["may_take_back"] = rules.may_take_back(viewer, found)
    return page_or_422(request, "families/offer.html", context, bound=form.is_bound)


@require_POST
def take_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take one's own offer back."""
    found = get_object_or_404(rules.own_offers(request.viewer), public_id=public_id)
    actions.take_back_offer(found, by=request.viewer)
    return go_to(request, "families:give", _("Taken back."))
