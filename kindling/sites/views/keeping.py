"""The coordinator adds, changes, pauses, opens and closes places."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import answer, go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest
from kindling.sites import actions, rules
from kindling.sites.forms import OfferForm, PauseForm, PlaceForm
from kindling.sites.models import Opportunity, Site, Suggestion
from kindling.sites.views.places import find_place, shown

require_form = require_http_methods(["GET", "HEAD", "POST"])


@require_form
def add_place(request: ViewerRequest) -> HttpResponse:
    """Add a place: at ?site=, from ?suggestion=, or somewhere new."""
    require(rules.may_edit_places(request.viewer))
    site = asked_site(request)
    if site is not None:
        return add_at(request, site)
    suggestion = asked_suggestion(request)
    form = PlaceForm(sent(request), viewer=request.viewer, initial=first_words(suggestion))
    if form.is_bound and form.is_valid():
        place = keep_new(request, form, suggestion)
        return go_to(request, place, _("Place added."))
    context: dict[str, Any] = {"form": form, "suggestion": suggestion, "site": None}
    known = rules.visible_organisations(request.viewer).order_by("name")
    context |= {"organisations": known}
    return page_or_422(request, "sites/add.html", context, bound=form.is_bound)


def add_at(request: ViewerRequest, site: Site) -> HttpResponse:
    """Add what is on offer at a site we know."""
    form = OfferForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        facts = {"title": form.cleaned_data["title"], "areas": form.cleaned_data["areas"]}
        place = actions.add_opportunity(site, by=request.viewer, **facts, **form.offer_facts())
        return go_to(request, place, _("Place added."))
    context = {"form": form, "suggestion": None, "site": site, "organisations": ()}
    return page_or_422(request, "sites/add.html", context, bound=form.is_bound)


def keep_new(request: ViewerRequest, form: PlaceForm, suggestion: Suggestion | None) -> Opportunity:
    if suggestion is None:
        return actions.add_place(form.new_place(), by=request.viewer)
    return actions.add_suggested_place(suggestion, form.new_place(), by=request.viewer)


def without_nul(public_id: str | None) -> str:
    """PostgreSQL refuses a NUL instead of not finding it."""
    return (public_id or "").replace("\0", "?")


def asked_site(request: ViewerRequest) -> Site | None:
    public_id = without_nul(request.GET.get("site"))
    sites = rules.visible_sites(request.viewer)
    return get_object_or_404(sites, public_id=public_id) if public_id else None


def asked_suggestion(request: ViewerRequest) -> Suggestion | None:
    """The suggestion this place comes from, named by the link or by the form."""
    public_id = without_nul(request.POST.get("suggestion") or request.GET.get("suggestion"))
    suggestions = rules.visible_suggestions(request.viewer)
    return get_object_or_404(suggestions, public_id=public_id) if public_id else None


def first_words(suggestion: Suggestion | None) -> dict[str, Any]:
    """What the form starts with: the school's days, or what somebody suggested."""
    if suggestion is None:
        return {}
    return {
        "organisation": suggestion.name,
        "what": suggestion.what,
        "areas": [suggestion.area] if suggestion.area else [],
        "address": suggestion.address,
        "suggestion": suggestion.public_id,
    }


@require_form
def edit_place(request: ViewerRequest, public_id: str) -> HttpResponse:
    place = find_place(request, public_id)
    require(rules.may_edit_places(request.viewer))
    first = as_entered(place) if request.method != "POST" else None
    form = OfferForm(sent(request), viewer=request.viewer, opportunity=place, initial=first)
    if form.is_bound and form.is_valid():
        facts = {"title": form.cleaned_data["title"], "areas": form.cleaned_data["areas"]}
        actions.change_opportunity(place, by=request.viewer, **facts, **form.offer_facts())
        return go_to(request, place, _("Changes saved."))
    context = {"form": form, "place": place}
    return page_or_422(request, "sites/edit.html", context, bound=form.is_bound)


def as_entered(place: Opportunity) -> dict[str, Any]:
    """The place as its form shows it."""
    kept = ("title", "what", "starts_at", "ends_at", "capacity", "min_age", "bring", "wear")
    areas = [row.area for row in place.areas.order_by("pk")]
    facts = {name: getattr(place, name) for name in kept}
    return facts | {"areas": areas, "days": place.days.split(",")}


@require_form
def pause(request: ViewerRequest, public_id: str) -> HttpResponse:
    place = find_place(request, public_id)
    require(rules.may_edit_places(request.viewer))
    form = PauseForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        day = form.cleaned_data["ask_again_on"]
        actions.pause_opportunity(place, by=request.viewer, ask_again_on=day)
        return stands(request, place, _("Place paused."))
    context = {"form": form, "place": place}
    return page_or_422(request, "sites/pause.html", context, bound=form.is_bound)


@require_POST
def open_again(request: ViewerRequest, public_id: str) -> HttpResponse:
    place = find_place(request, public_id)
    actions.open_opportunity(place, by=request.viewer)
    return stands(request, place, _("Place opened."))


@require_POST
def close(request: ViewerRequest, public_id: str) -> HttpResponse:
    place = find_place(request, public_id)
    actions.close_opportunity(place, by=request.viewer)
    return stands(request, place, _("Place closed."))


def stands(request: ViewerRequest, place: Opportunity, toast: str) -> HttpResponse:
    """Show where the place stands now."""
    context = shown(request, place)
    return answer(request, "sites/_standing.html", context, to=place, toast=toast)
