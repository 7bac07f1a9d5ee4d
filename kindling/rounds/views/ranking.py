"""A student's list on a phone: every tap is kept, with or without JavaScript."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from kindling.kit.http import answer
from kindling.kit.paging import page_of
from kindling.rounds import actions, rules
from kindling.rounds.classes import classes_of
from kindling.rounds.lists import got_a_place
from kindling.rounds.mechanism import seed_hash
from kindling.rounds.models import Round
from kindling.rounds.queries.listing import list_page
from kindling.schools.http import ViewerRequest
from kindling.sites.rules import own_student


@require_POST
def rank(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Add, move or take off one place."""
    one = get_object_or_404(rules.visible_rounds(request.viewer), public_id=public_id)
    student = own_student(request.viewer)
    if student is None:
        raise PermissionDenied
    places = rules.visible_round_places(request.viewer).filter(round=one)
    place = get_object_or_404(places, public_id=request.POST.get("place", ""))
    actions.change_list(one, student, request.POST.get("do", ""), place, by=request.viewer)
    return answer(request, "rounds/_list.html", rank_context(request, one), to=one)


def rank_context(request: ViewerRequest, one: Round) -> dict[str, Any]:
    """The list, the other places, and what is promised. 404 for who is no student."""
    student = own_student(request.viewer)
    if student is None:
        raise Http404
    words = request.GET.get("q", "")
    listing = list_page(one, student, request.viewer, words)
    return {
        "round": one,
        "listing": listing,
        "others": page_of(request, listing.others),
        "words": words,
        "takes_lists": one.takes_lists(request.school.now()),
        "has_place": bool(one.after_id) and got_a_place(one.after_id or 0, student),
        "classes": classes_of(one),
        "seed_hash": seed_hash(one.seed),
    }
