"""The three ways to say no, the one way to answer a POST, and no answer where nothing is new."""

import json
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotModified,
    QueryDict,
    RawPostDataException,
)
from django.shortcuts import redirect, render


class Refused(Exception):
    """The person may, but the thing is not in a state for it. Shown as a 409 with this sentence."""


def require(allowed: bool) -> None:
    """Raise PermissionDenied (403) unless allowed."""
    if not allowed:
        raise PermissionDenied


def is_looking(request: HttpRequest) -> bool:
    """Say whether nothing is to be done: GET, or HEAD, which asks the same without the page."""
    return request.method in {"GET", "HEAD"}


def is_partial(request: HttpRequest) -> bool:
    """Say whether htmx asks for a part of the page and not for the whole."""
    return request.headers.get("HX-Request-Type") == "partial"


def answer(
    request: HttpRequest, part: str, context: dict[str, Any], *, to: Any, toast: str = ""
) -> HttpResponse:
    """Answer a POST that worked: htmx swaps one part; a plain form goes back to the page `to`."""
    if is_partial(request):
        response = render(request, part, context)
        if toast:
            response["HX-Trigger"] = json.dumps({"toast": {"text": str(toast)}})
        return response
    if toast:
        messages.success(request, toast)
    return redirect(to)


def go_to(request: HttpRequest, to: Any, toast: str) -> HttpResponse:
    """Answer a form that is a page of its own: go on to `to` and say there what was done."""
    messages.success(request, toast)
    return redirect(to)


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what a form was sent with, also when it was sent empty; None before it is sent."""
    return request.POST if request.method == "POST" else None


def page_or_422(
    request: HttpRequest, template: str, context: dict[str, Any], *, bound: bool
) -> HttpResponse:
    """Show a form: 200 when it is empty, 422 when what was sent cannot be taken."""
    return render(request, template, context, status=422 if bound else 200)


def fresh_or_304(
    request: HttpRequest, part: str, stamp: str, find: Callable[[], dict[str, Any]]
) -> HttpResponse:
    """Answer a part that asks again: 304 while its stamp is the one sent along, else the part.

    Only news calls `find` for the part's context.
    """
    response = not_modified(request, stamp) or render(request, part, find())
    response["ETag"] = stamp
    response.is_live = True  # type: ignore[attr-defined]
    return response


def is_live(response: HttpResponse) -> bool:
    """Say whether `fresh_or_304` made this answer: its stamp tells when it would be another."""
    return getattr(response, "is_live", False)


def not_modified(request: HttpRequest, stamp: str) -> HttpResponseNotModified | None:
    """Return the 304 for who has the part with this stamp already; None for news."""
    # gzip made it weak on the way out.
    if request.headers.get("If-None-Match", "").removeprefix("W/") != stamp:
        return None
    return HttpResponseNotModified(headers={"ETag": stamp})


def raw_body(request: HttpRequest) -> bytes:
    """Return what was sent, as it came. A form in its place was read already, and is refused."""
    try:
        return request.body
    except RawPostDataException:
        raise BadRequest from None
