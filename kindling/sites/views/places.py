"""Places as students, families and staff look for them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from markupsafe import Markup

from kindling.kit.http import answer, is_partial, require
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role
from kindling.sites import actions, rules
from kindling.sites.models import Opportunity
from kindling.sites.queries.cards import cards_of, chip_of, day_names, rings_of
from kindling.sites.queries.choices import choices
from kindling.sites.queries.filters import Filters
from kindling.sites.queries.finding import page_of_places, with_wishes
from kindling.sites.queries.pages import place_page
from kindling.ui.quick import markup

# A card with its drawing weighs 2.3 KB: twenty keep the page under 60 KB on a cheap phone.
CARDS_A_PAGE = 20


@require_safe
def place_list(request: ViewerRequest) -> HttpResponse:
    """All places that fit the address's filters; htmx asks for the results alone."""
    viewer, student = request.viewer, rules.own_student(request.viewer)
    require(rules.may_see_places(viewer))
    filters = Filters.read(request.GET, viewer)
    page = page_of_places(request, filters, student, CARDS_A_PAGE)
    cards = cards_of(page, viewer, student)
    context = {"page": page, "cards": cards, "rings": rings_of(cards), "filters": filters}
    may_edit = rules.may_edit_places(viewer)
    context |= {"may_edit": may_edit, "may_suggest": rules.may_suggest(viewer)}
    if is_partial(request):
        return render(request, "sites/_results.html", context)
    kind = (may_edit, viewer.is_a(Role.STUDENT))
    form = filters_drawn(filters, reverse("sites:places"), get_language(), *kind)
    return render(request, "sites/list.html", {**context, "filter_form": form})


@lru_cache(maxsize=256)
def filters_drawn(
    filters: Filters, _action: str, _language: str | None, may_edit: bool, is_student: bool
) -> Markup:
    """The form of filters: the same for everybody who asks the same in the same language."""
    context = {**choices(), "filters": filters, "may_edit": may_edit, "is_student": is_student}
    return markup(render_to_string("sites/_filters.html", context))


@require_safe
def place(request: ViewerRequest, public_id: str) -> HttpResponse:
    return render(request, "sites/place.html", shown(request, find_place(request, public_id)))


@require_safe
def wish_list(request: ViewerRequest) -> HttpResponse:
    """The places a student keeps in mind."""
    viewer = request.viewer
    require(rules.may_wish(viewer))
    wished = rules.visible_wishes(viewer).values("opportunity")
    places = rules.visible_opportunities(viewer).filter(pk__in=wished).for_cards()
    page = page_of(request, with_wishes(places, viewer), CARDS_A_PAGE)
    cards = cards_of(page, viewer, rules.own_student(viewer))
    return render(request, "sites/wishes.html", {"page": page, "cards": cards})


@require_POST
def wish(request: ViewerRequest, public_id: str) -> HttpResponse:
    place = find_place(request, public_id)
    actions.add_wish(place, by=request.viewer)
    context = {"place": place, "is_wished": True}
    return answer(request, "sites/_wish.html", context, to=place, toast=_("On your list."))


@require_POST
def unwish(request: ViewerRequest, public_id: str) -> HttpResponse:
    place = find_place(request, public_id)
    actions.drop_wish(place, by=request.viewer)
    context = {"place": place, "is_wished": False}
    return answer(request, "sites/_wish.html", context, to=place, toast=_("Off your list."))


def find_place(request: ViewerRequest, public_id: str) -> Opportunity:
    """404 for what the viewer may not see."""
    places = rules.visible_opportunities(request.viewer).for_list()
    found: Opportunity = get_object_or_404(places, public_id=public_id)
    return found


def shown(request: ViewerRequest, place: Opportunity) -> dict[str, Any]:
    """Everything the page of a place says to this viewer."""
    viewer, student = request.viewer, rules.own_student(request.viewer)
    page = place_page(viewer, place, student)
    return {
        "page": page,
        "place": place,
        "is_wished": page.is_wished,
        "chip": chip_of(page.openness),
        "days": day_names(place.weekdays),
        "commute_days": day_names(page.commute.weekdays) if page.commute else "",
        "may_edit": rules.may_edit_places(viewer),
        "sees_site": rules.sees_contacts(viewer),
        "may_wish": student is not None,
        "request_url": request_url(place) if student is not None else "",
    }


def request_url(place: Opportunity) -> str:
    """Where a student asks to pursue this place; empty while that app is not there."""
    try:
        return reverse("placements:request", args=[place.public_id])
    except NoReverseMatch:
        return ""
