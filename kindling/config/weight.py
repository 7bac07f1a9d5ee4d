"""Nobody sends more than anything here can take."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

# The largest spreadsheet has 20 MB, a check-out with photo and voice 17.
MOST = 32 * 1024 * 1024


class WeightMiddleware:
    """Turns away what is too heavy before a byte of it is read. Each form has limits of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        told = request.META.get("CONTENT_LENGTH") or "0"
        if told.isdecimal() and int(told) > MOST:
            sentence = _("This is more than 32 MB. Send something smaller.")
            return HttpResponse(sentence, status=413, content_type="text/plain; charset=utf-8")
        return self.get_response(request)
