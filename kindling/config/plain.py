"""Programs that speak without TLS are refused; only a person at a browser is led on."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

FOR_PROGRAMS = ("/api/v1/", "/texts/", "/letterbox/")
TOLD = (
    "Ask by https. What was sent without it could be read on its way: end that key, make another."
)


class PlainMiddleware:
    """Being led on would hide the mistake: the key would travel in the clear each time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_program = any(part in request.path_info for part in FOR_PROGRAMS)
        if settings.HTTPS and is_program and not request.is_secure():
            return JsonResponse({"detail": TOLD}, status=403)
        return self.get_response(request)
