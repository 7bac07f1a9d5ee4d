"""Places somebody knows of, from the suggestion to the answer."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.sites import actions, rules
from kindling.sites.forms import DeclineForm, MergeForm, SuggestForm
from kindling.sites.models import Suggestion
from kindling.sites.queries.likely import likely_places


@require_safe
def suggestion_list(request: ViewerRequest) -> HttpResponse:
    """Those that wait first, then the newest."""
    viewer = request.viewer
    require(rules.may_edit_places(viewer) or rules.may_suggest(viewer))
    page = page_of(request, rules.in_order(rules.visible_suggestions(viewer)))
    context = {"page": page, "may_decide": rules.may_decide(viewer)}
    context["may_suggest"] = rules.may_suggest(viewer)
    return render(request, "sites/suggestions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def suggest(request: ViewerRequest) -> HttpResponse:
    require(rules.may_suggest(request.viewer))
    form = SuggestForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        made = actions.suggest_place(by=request.viewer, **form.facts())
        toast = _("Thank you. The coordinator reads it and answers you.")
        return go_to(request, made, toast)
    return page_or_422(request, "sites/suggest.html", {"form": form}, bound=form.is_bound)


@require_safe
def suggestion(request: ViewerRequest, public_id: str) -> HttpResponse:
    context = shown(request, find_suggestion(request, public_id))
    return render(request, "sites/suggestion.html", context)


@require_POST
def merge(request: ViewerRequest, public_id: str) -> HttpResponse:
    suggestion = find_suggestion(request, public_id)
    require(rules.may_decide(request.viewer))
    form = MergeForm(request.POST, viewer=request.viewer)
    if not form.is_valid():
        context = shown(request, suggestion, merge_form=form)
        return page_or_422(request, "sites/suggestion.html", context, bound=True)
    place = form.cleaned_data["opportunity"]
    actions.merge_suggestion(suggestion, place, by=request.viewer)
    toast = _("Merged. Whoever suggested it is told.")
    return go_to(request, suggestion, toast)


@require_POST
def decline(request: ViewerRequest, public_id: str) -> HttpResponse:
    suggestion = find_suggestion(request, public_id)
    require(rules.may_decide(request.viewer))
    form = DeclineForm(request.POST)
    if not form.is_valid():
        context = shown(request, suggestion, decline_form=form)
        return page_or_422(request, "sites/suggestion.html", context, bound=True)
    actions.decline_suggestion(suggestion, form.cleaned_data["reason"], by=request.viewer)
    toast = _("Declined. Whoever suggested it reads why.")
    return go_to(request, suggestion, toast)


def find_suggestion(request: ViewerRequest, public_id: str) -> Suggestion:
    """404 for what the viewer may not see."""
    rows = rules.visible_suggestions(request.viewer)
    rows = rows.select_related("by_person", "student__person", "opportunity")
    return get_object_or_404(rows, public_id=public_id)


def shown(
    request: ViewerRequest,
    suggestion: Suggestion,
    *,
    merge_form: MergeForm | None = None,
    decline_form: DeclineForm | None = None,
) -> dict[str, Any]:
    """The suggestion, and for whoever decides the forms and what it may be."""
    viewer = request.viewer
    decides = rules.may_decide(viewer) and suggestion.state == Suggestion.State.WAITING
    likely = likely_places(viewer, suggestion.name) if decides else []
    first = {"opportunity": likely[0].public_id if likely else ""}
    return {
        "suggestion": suggestion,
        "decides": decides,
        "likely": likely,
        "merge_form": merge_form or MergeForm(viewer=viewer, initial=first),
        "decline_form": decline_form or DeclineForm(),
    }
