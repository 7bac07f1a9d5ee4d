"""A shared page, for whoever has its link: nothing else of the student, and nothing of the reader."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kindling.kit.limits import client_address, take
from kindling.portfolio.queries import Shown, find_share, shown_of
from kindling.schools.inside import speaking
from kindling.uploads.answering import captions_text, stored_answer, thumb_of

MINUTE = 60


@login_not_required
@never_cache
@require_safe
def page(request: HttpRequest, token: str) -> HttpResponse:
    """The page as it was shared; once it ended, a kind word."""
    take("shown", client_address(request), limit=120, seconds=MINUTE)
    share = found(token)
    translation.activate(share.shown["language"])
    request.school = share.school  # type: ignore[attr-defined]
    with speaking(share.school):
        if not is_open(share):
            return unmarked(request, render(request, "portfolio/ended.html", status=410))
        share.count_opening()
        context = {"shown": shown_of(share, token)}
        return unmarked(request, render(request, "portfolio/shown.html", context))


def unmarked(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A reader gets no cookie: nothing on the page is sent back."""
    request.META["CSRF_COOKIE_NEEDS_UPDATE"] = False
    return response


@login_not_required
@require_safe
def file(request: HttpRequest, token: str, number: int) -> HttpResponseBase:
    one = file_in(token, number)
    saved = "" if one["kind"] in {"photo", "video", "audio"} else one["called"]
    return stored_answer(request, one["name"], one["size"], one["type"], saved)


@login_not_required
@require_safe
def small(request: HttpRequest, token: str, number: int) -> HttpResponseBase:
    return thumb_of(file_in(token, number)["thumb"])


@login_not_required
@require_safe
def captions(request: HttpRequest, token: str, number: int) -> HttpResponseBase:
    return captions_text(file_in(token, number)["captions"])


def found(token: str) -> Any:
    """404 for an address that we did not make."""
    share = find_share(token)
    if share is None:
        raise Http404
    return share


def is_open(share: Any) -> bool:
    """Its days, and that no family says no to it."""
    return share.is_open_on(share.school.today()) and not share.is_refused


def file_in(token: str, number: int) -> dict[str, Any]:
    """The file of one piece; 404 when the link ended, or somebody in the picture took their yes back."""
    share = found(token)
    if not is_open(share):
        raise Http404
    shown: Shown = shown_of(share, token)
    kept = next((one.file for one in shown.pieces if one.number == number), None)
    if kept is None:
        raise Http404
    return kept
