"""Whom the school offers to students, and what it says."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.incidents import actions, forms, queries, rules
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def adults(request: ViewerRequest) -> HttpResponse:
    """The adults; POST offers one more."""
    require(rules.may_set_up(request.viewer))
    form = forms.OfferForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        actions.offer_adult(**form.cleaned_data, by=request.viewer)
        return go_to(request, "incidents:adults", _("Students can turn to them from now on."))
    return show(request, offer_form=form)


@require_POST
def change_plan(request: ViewerRequest) -> HttpResponse:
    require(rules.may_set_up(request.viewer))
    form = forms.PlanForm(request.POST)
    if not form.is_valid():
        return show(request, plan_form=form)
    actions.change_plan(**form.cleaned_data, by=request.viewer)
    return go_to(request, "incidents:adults", _("Saved."))


@require_POST
def withdraw(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_set_up(request.viewer))
    adult = get_object_or_404(rules.offered_adults(request.viewer), public_id=public_id)
    actions.withdraw_adult(adult, by=request.viewer)
    return go_to(request, "incidents:adults", _("They are offered no more."))


def show(request: ViewerRequest, **given: Any) -> HttpResponse:
    page = queries.adults_page(request.viewer)
    plan = page.plan
    said = {name: getattr(plan, name) for name in ("offers_advisor", "advisor_hours")}
    empty = {
        "plan_form": forms.PlanForm(initial={**said, "emergency": page.emergency}),
        "offer_form": forms.OfferForm(viewer=request.viewer),
    }
    bound = any(form.is_bound for form in given.values())
    return page_or_422(
        request, "incidents/adults.html", {"page": page, **empty, **given}, bound=bound
    )
