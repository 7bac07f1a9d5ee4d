"""Emergency cards: one for each site, on paper, on the screen, and on the visiting advisor's phone."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from kindling.board import rules
from kindling.board.queries.card import card_of, sites_today
from kindling.schools.http import ViewerRequest

WORKER = Path(settings.BASE_DIR) / "kindling/ui/static/dist/cards-worker.js"


@require_safe
def cards(request: ViewerRequest) -> HttpResponse:
    """The sites of today, and a button that keeps their cards on this phone until tonight."""
    found = sites_today(request.viewer) if rules.may_see_board(request.viewer) else None
    if found is None:
        raise Http404
    response = render(request, "board/cards.html", {"sites": found})
    return marked(request, response)


@require_safe
def card(request: ViewerRequest, site_id: str) -> HttpResponse:
    site = get_object_or_404(rules.sites_with_card(request.viewer), public_id=site_id)
    response = render(request, "board/card.html", {"card": card_of(request.viewer, site)})
    return marked(request, response)


@require_safe
@cache_control(no_cache=True)
def worker(request: ViewerRequest) -> HttpResponse:
    """The worker that keeps the cards. It stands here, so that it serves nothing but them."""
    if not rules.may_see_board(request.viewer) or not WORKER.exists():
        raise Http404
    return HttpResponse(WORKER.read_bytes(), content_type="text/javascript")


def marked(request: ViewerRequest, response: HttpResponse) -> HttpResponse:
    """Say whose page it is: what was kept for somebody else goes (cards-worker.js)."""
    response["X-Kindling-Card"] = request.viewer.person.public_id if request.viewer.person else ""
    return response
