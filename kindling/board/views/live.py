"""The board, the part of it that asks again, and the list for a drill."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kindling.board import rules
from kindling.board.queries.asked import Asked, asked_in, choices
from kindling.board.queries.drill import drill_of
from kindling.board.queries.live import live, state_labels
from kindling.board.rows import draw_lines
from kindling.history.stir import stamp_of
from kindling.kit.http import fresh_or_304
from kindling.kit.paging import page_of
from kindling.kit.tongue import drawing
from kindling.schools.http import ViewerRequest


@require_safe
@drawing()  # the lines are put together in queries
def board(request: ViewerRequest) -> HttpResponse:
    """The whole page."""
    asked = find_asked(request)
    context = shown(request, asked, stamp_for(request, asked))
    context["choices"] = choices(request.viewer, asked, context["live"].choosable)
    return render(request, "board/board.html", context)


@require_safe
@drawing()  # the lines are put together in queries
def now(request: ViewerRequest) -> HttpResponse:
    """The part that changes; 304 while nothing has."""
    asked = find_asked(request)
    stamp = stamp_for(request, asked)
    return fresh_or_304(request, "board/_now.html", stamp, lambda: shown(request, asked, stamp))


@require_safe
def drill(request: ViewerRequest) -> HttpResponse:
    """On paper or on a phone: everybody by where they should be, with a box to tick."""
    asked = find_asked(request)
    found = live(request.viewer, asked)
    context = {"live": found, "drill": drill_of(found), "asked": asked}
    return render(request, "board/drill.html", context)


def find_asked(request: ViewerRequest) -> Asked:
    """404 for whom there is no board."""
    if not rules.may_see_board(request.viewer):
        raise Http404
    return asked_in(request.viewer, request.GET)


def stamp_for(request: ViewerRequest, asked: Asked) -> str:
    return stamp_of(request.viewer, asked.query(), request.GET.get("page", ""))


def shown(request: ViewerRequest, asked: Asked, stamp: str) -> dict[str, Any]:
    found = live(request.viewer, asked)
    page = page_of(request, found.of(asked.state)) if asked.state else None
    return {
        "live": found,
        "page": page,
        "asked": asked,
        "stamp": stamp,
        "labels": state_labels(),
        "draw_lines": draw_lines,
        "sees_school": rules.sees_school(request.viewer),
    }
