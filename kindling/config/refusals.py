"""The pages that say no, each with what to do next."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    JsonResponse,
)
from django.shortcuts import render
from django.utils.translation import gettext as _

from kindling.kit.http import Refused, is_partial
from kindling.kit.limits import TooMany


class RefusalMiddleware:
    """Turns Refused into a 409 that says why, TooMany into a 429; a part for htmx, JSON for the API."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, *_args: object
    ) -> HttpResponse | None:
        """No address takes TRACE, and OPTIONS tells nobody what else is there.

        PostgreSQL fails where it is asked for a NUL. No address has one, and nobody types one into a
        form. What machines send (csrf_exempt) their own doors read.
        """
        if request.method in {"TRACE", "OPTIONS"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        asked = "" if is_api(request) else request.META.get("QUERY_STRING", "")
        if "\0" in request.path_info or "%00" in asked:
            raise Http404
        if not (is_api(request) or getattr(view, "csrf_exempt", False)) and holds_nul(request):
            raise BadRequest
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, TooMany):
            response = too_often(request)
            response["Retry-After"] = str(exception.wait)
            return response
        if not isinstance(exception, Refused):
            return None
        return refuse(request, 409, _("That does not work right now"), str(exception))


def holds_nul(request: HttpRequest) -> bool:
    """Say whether a form brought a NUL; its fields were read for the CSRF token already."""
    return request.method == "POST" and any(
        "\0" in one for name, values in request.POST.lists() for one in (name, *values)
    )


def is_api(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")


def refuse(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    """Show one clear sentence with the right status."""
    if is_api(request):
        return JsonResponse({"detail": sentence}, status=status)
    template = "ui/_refusal.html" if is_partial(request) else "ui/refusal.html"
    context = {"status": status, "title": title, "sentence": sentence}
    return render(request, template, context, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: not there, or not there for you."""
    sentence = _("There is nothing at this address, or it is not open to you.")
    return refuse(request, 404, _("Nothing here"), sentence)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: you see it, but it is not yours to do."""
    sentence = _("Your role at this school does not allow this. Ask the office if it should.")
    return refuse(request, 403, _("This is not yours to do"), sentence)


def too_often(request: HttpRequest) -> HttpResponse:
    """429: the same was tried too often."""
    sentence = _("This was tried too often from here. Nothing is lost.")
    return refuse(request, 429, _("Please wait a little"), sentence)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the browser sent something that can't be read."""
    sentence = _("Your browser sent something we could not read. Go back and try again.")
    return refuse(request, 400, _("That did not arrive well"), sentence)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form is too old, or came from somewhere else."""
    sentence = _("This form is too old to be sent. Go back, load the page again and send it then.")
    return refuse(request, 403, _("Please send that again"), sentence)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our mistake. Shows no detail; the log has it."""
    sentence = _("Something broke on our side. Nothing was saved. Try again in a minute.")
    return refuse(request, 500, _("That went wrong"), sentence)
