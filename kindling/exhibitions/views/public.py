"""The programme, for anybody who has its address: no account, no cookie, no search engine."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kindling.exhibitions.queries.lists import is_programme_open, programme
from kindling.exhibitions.rules import school_named
from kindling.kit.limits import client_address, take
from kindling.schools.inside import speaking
from kindling.ui.language import read_as_asked

MINUTE = 60


@login_not_required
@never_cache
@require_safe
def public_programme(request: HttpRequest, school_slug: str) -> HttpResponse:
    """In the language asked for (?in=), else the browser's. 404 where the school did not open it."""
    take("programme", client_address(request), limit=60, seconds=MINUTE)
    school = school_named(school_slug)
    if school is None or not is_programme_open(school):
        raise Http404
    read_as_asked(request)
    request.school = school  # type: ignore[attr-defined]
    with speaking(school):
        response = render(request, "exhibitions/public.html", {"days": programme(school)})
    request.META["CSRF_COOKIE_NEEDS_UPDATE"] = False  # nothing on the page is sent back
    return response
