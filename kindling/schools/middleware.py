"""Mount the site at /<school>/, so no view, URL or template carries the slug."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.translation import gettext as _

from kindling.schools.bearer import BadToken, admit, secret_in
from kindling.schools.http import ViewerRequest
from kindling.schools.inside import PROGRAM_URLS, URLS, inside
from kindling.schools.models import School
from kindling.schools.slugs import RESERVED
from kindling.schools.viewer import Viewer


class SchoolMiddleware:
    """Finds the school in the path and the viewer behind the user.

    A stranger gets the same 404 as for a school that does not exist. Under api/ a token may
    stand in for the session (schools.bearer).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        slug, _slash, rest = request.path_info.removeprefix("/").partition("/")
        if not slug or slug in RESERVED:
            return self.get_response(request)
        asked = cast("ViewerRequest", request)
        is_program = rest.startswith("api/")
        secret = secret_in(request) if is_program else ""
        try:
            school = admit(asked, slug, secret) if secret else find_school(asked, slug)
        except BadToken:
            return refuse_json(401, _("This key is not known here, has expired or was revoked."))
        except Http404:
            if secret:
                return refuse_json(404, _("There is nothing here for this key."))
            raise
        asked.school = school
        request.path_info = f"/{rest}"
        request.urlconf = PROGRAM_URLS if is_program else URLS
        with inside(school):
            return self.get_response(request)


def refuse_json(status: int, sentence: str) -> JsonResponse:
    """Answer a program before any page is reached."""
    return JsonResponse({"detail": sentence}, status=status)


def find_school(request: ViewerRequest, slug: str) -> School:
    """Return the school; set request.viewer when a user of the school is signed in."""
    if request.user.is_authenticated:
        viewer = Viewer.of(request.user, slug)
        if viewer is None:
            raise Http404
        request.viewer = viewer
        if viewer.person:
            translation.activate(viewer.person.language)
            request.LANGUAGE_CODE = translation.get_language() or "en"
        return viewer.school
    school = School.objects.filter(slug=slug).first()
    if school is None:
        raise Http404
    return school
