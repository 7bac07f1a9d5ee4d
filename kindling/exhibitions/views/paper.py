"""The programme as PDF: for who signs in, and where the school opened it, for anybody."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from kindling.exhibitions.queries.lists import is_programme_open, programme
from kindling.exhibitions.rules import may_read_programme, school_named
from kindling.exhibitions.sheet import LAYOUT, programme_sheet
from kindling.kit.http import require
from kindling.kit.limits import client_address, take
from kindling.paper.pressed import language_asked, pdf_answer
from kindling.schools.http import ViewerRequest
from kindling.schools.inside import speaking
from kindling.schools.models import School

MINUTE = 60


@require_safe
def programme_paper(request: ViewerRequest) -> HttpResponse:
    """For who signs in here, as the page of the programme is."""
    require(may_read_programme(request.viewer))
    return _printed(request, request.viewer.school)


@login_not_required
@require_safe
def public_paper(request: HttpRequest, school_slug: str) -> HttpResponse:
    """For anybody, where the school opened its programme; 404 elsewhere. Ten a minute each."""
    take("programme-paper", client_address(request), limit=10, seconds=MINUTE)
    school = school_named(school_slug)
    if school is None or not is_programme_open(school):
        raise Http404
    with speaking(school):
        return _printed(request, school)


def _printed(request: HttpRequest, school: School) -> HttpResponse:
    language = language_asked(request)
    with translation.override(language):
        sheet = programme_sheet(programme(school), school, language)
    return pdf_answer(LAYOUT, sheet)
