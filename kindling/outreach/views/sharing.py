"""Sites of other schools, and what schools ask each other before they call."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.outreach import actions, rules
from kindling.outreach.forms.sharing import AnswerForm, AskForm
from kindling.outreach.models import Introduction
from kindling.outreach.queries import sharing as queries
from kindling.outreach.views.contacts import find_site
from kindling.schools.http import ViewerRequest

SHOWN = ("theirs", "ours", "asked", "shared")


@require_safe
def network(request: ViewerRequest) -> HttpResponse:
    """What others share, what we asked, what we are asked, and what we share."""
    require(rules.may_share(request.viewer))
    show = request.GET.get("show", "")
    show = show if show in SHOWN else SHOWN[0]
    context = {"show": show, **lines(request, show), "network": request.school.network}
    return render(request, "outreach/network.html", context)


def lines(request: ViewerRequest, show: str) -> dict[str, Any]:
    """One page of rows."""
    viewer = request.viewer
    if show == "theirs":
        page = page_of(request, queries.theirs(viewer))
        return {"page": page, "rows": queries.shared_lines(viewer, page)}
    if show == "shared":
        rows = rules.visible_shared(viewer).filter(is_shared=True).order_by("site__name", "pk")
        page = page_of(request, rows)
        return {"page": page, "rows": list(page)}
    page = page_of(request, queries.introductions(viewer, ours=show == "ours"))
    return {"page": page, "rows": [queries.asked_line(viewer, one) for one in page]}


@require_POST
def share(request: ViewerRequest, public_id: str) -> HttpResponse:
    site = find_site(request, public_id)
    actions.share_site(site, by=request.viewer)
    return go_to(request, site, _("Other schools of the network can see it now."))


@require_POST
def stop(request: ViewerRequest, public_id: str) -> HttpResponse:
    site = find_site(request, public_id)
    require(rules.may_share(request.viewer))
    shared = get_object_or_404(rules.visible_shared(request.viewer), site=site)
    actions.stop_sharing_site(shared, by=request.viewer)
    return go_to(request, site, _("Other schools do not see it any more."))


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Ask the school that knows the site before anybody calls there."""
    require(rules.may_introduce(request.viewer))
    row = get_object_or_404(queries.theirs(request.viewer), public_id=public_id)
    form = AskForm(sent(request))
    if form.is_bound and form.is_valid():
        actions.ask_introduction(row, form.cleaned_data["why"], by=request.viewer)
        return go_to(request, "outreach:network", _("Asked. You hear from them."))
    context = {"form": form, "line": queries.shared_line(row, None), "shared_id": public_id}
    return page_or_422(request, "outreach/ask.html", context, bound=form.is_bound)


@require_POST
def answer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Yes or no, for the school that knows the site."""
    asked = find_introduction(request, public_id)
    require(rules.may_answer(request.viewer, asked))
    form = AnswerForm(request.POST)
    if not form.is_valid():
        context = {"show": "asked", **lines(request, "asked"), "network": request.school.network}
        return page_or_422(request, "outreach/network.html", context, bound=True)
    said = form.cleaned_data
    actions.answer_introduction(
        asked, is_yes=said["said"] == "yes", words=said["words"], by=request.viewer
    )
    return go_to(request, "outreach:network", _("Your answer is on its way."))


@require_POST
def take(request: ViewerRequest, public_id: str) -> HttpResponse:
    """After a yes: the site becomes one of ours too."""
    asked = find_introduction(request, public_id)
    site = actions.take_over(asked, by=request.viewer)
    return go_to(request, site, _("It is one of your sites now."))


@require_POST
def withdraw(request: ViewerRequest, public_id: str) -> HttpResponse:
    asked = find_introduction(request, public_id)
    actions.withdraw_introduction(asked, by=request.viewer)
    return go_to(request, "outreach:network", _("Taken back."))


def find_introduction(request: ViewerRequest, public_id: str) -> Introduction:
    """404 for what is between other schools."""
    return get_object_or_404(rules.visible_introductions(request.viewer), public_id=public_id)
