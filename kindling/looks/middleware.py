"""Notes which adult of the school opened a page of one student's record."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kindling.looks.keeping import Seen, book
from kindling.looks.pages import PAGES
from kindling.schools.viewer import Viewer


class LooksMiddleware:
    """Stands innermost: what it notes was answered with a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        opened = PAGES.get(match.view_name) if match else None
        if opened and request.method == "GET" and response.status_code == 200:  # noqa: PLR2004
            viewer: Viewer | None = getattr(request, "viewer", None)
            ids = list(match.kwargs.values()) if match else []
            if viewer is not None and viewer.is_staff and viewer.person is not None and ids:
                school, (what, model) = viewer.school, opened
                today = school.today()
                book.note(Seen(school.pk, viewer.person.pk, what, model, str(ids[0]), today))
        return response
