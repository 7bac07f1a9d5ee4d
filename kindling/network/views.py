"""A network's pages, outside every school; and a school's own page about it."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.accounts.models import User
from kindling.accounts.views.proof import proves
from kindling.kit.http import Refused, answer, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.kit.small import SMALLEST
from kindling.network import actions, queries, rules
from kindling.network.forms import SORTS, BudgetForm, HatForm, OverviewForm
from kindling.network.models import NetworkRole
from kindling.network.nav import links_of
from kindling.network.viewer import NetworkViewer
from kindling.schools.http import ViewerRequest


def viewer_of(request: HttpRequest, slug: str) -> NetworkViewer:
    """Who asks, as this network knows them; a stranger finds nothing. One statement."""
    viewer = rules.find_viewer(cast("User", request.user), slug)
    if viewer is None:
        raise Http404
    if viewer.language:
        translation.activate(viewer.language)
        request.LANGUAGE_CODE = translation.get_language() or "en"
    return viewer


def framed(request: HttpRequest, viewer: NetworkViewer, **context: Any) -> dict[str, Any]:
    """What every page of a network shows."""
    return {"network": viewer.network, "network_links": links_of(viewer, request.path), **context}


@require_safe
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """The schools that share, in numbers."""
    viewer = viewer_of(request, slug)
    words, sort = OverviewForm(request.GET).asked()
    whole = queries.overview(viewer, words=words, sort=sort)
    asked = {key: value for key, value in (("q", words), ("sort", sort)) if value}
    context = {"whole": whole, "page": page_of(request, whole.rows), "query": urlencode(asked)}
    context |= {"asked": words, "sort": sort, "sorts": SORTS, "smallest": SMALLEST}
    return render(request, "network/overview.html", framed(request, viewer, **context))


@require_http_methods(["GET", "HEAD", "POST"])
def budget(request: HttpRequest, slug: str) -> HttpResponse:
    """How often all schools together may ask one person outside school."""
    viewer = viewer_of(request, slug)
    require(rules.may_set_budget(viewer))
    form = BudgetForm(sent(request), initial={"asks": viewer.network.asks_per_month})
    context = framed(request, viewer, form=form)
    if not (form.is_bound and form.is_valid()):
        return page_or_422(request, "network/budget.html", context, bound=form.is_bound)
    actions.set_budget(form.cleaned_data["asks"], by=viewer)
    toast = _("Saved. It holds from the next ask on.")
    return answer(request, "network/_budget.html", context, to=request.path, toast=toast)


@proves
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Who works for the network, and letting somebody in."""
    viewer = viewer_of(request, slug)
    require(rules.may_give_hats(viewer))
    form = HatForm(sent(request))
    if form.is_bound and form.is_valid() and given(form, viewer):
        return redirect(request.path)
    page = page_of(request, rules.visible_hats(viewer))
    labels = dict(NetworkRole.choices)
    context = framed(request, viewer, form=form, page=page, labels=labels, me=request.user)
    return page_or_422(request, "network/people.html", context, bound=form.is_bound)


def given(form: forms.Form, viewer: NetworkViewer) -> bool:
    """Give the hat; what the action refuses becomes a sentence above the form."""
    try:
        actions.give_hat(form.cleaned_data["email"], form.cleaned_data["role"], by=viewer)
    except Refused as refused:
        form.add_error("email", str(refused))
        return False
    return True


@proves
@require_POST
def end_hat(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    viewer = viewer_of(request, slug)
    hat = get_object_or_404(rules.visible_hats(viewer), public_id=public_id)
    actions.end_hat(hat, by=viewer)
    return redirect("network:people", slug)


@require_safe
def sharing(request: ViewerRequest) -> HttpResponse:
    """What the network reads of this school, exactly as it reads it."""
    require(rules.may_read_sharing(request.viewer))
    context = {
        "row": queries.own_row(request.viewer), "may_share": rules.may_share(request.viewer),
        "network": request.school.network, "smallest": SMALLEST,
    }  # fmt: skip
    return render(request, "network/sharing.html", context)


@require_POST
def share(request: ViewerRequest) -> HttpResponse:
    actions.share_sums(by=request.viewer)
    return redirect("sharing:sharing")


@require_POST
def stop(request: ViewerRequest) -> HttpResponse:
    actions.stop_sharing(by=request.viewer)
    return redirect("sharing:sharing")
