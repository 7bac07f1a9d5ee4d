"""How far students come, for advisory and school."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kindling.funnel import rules
from kindling.funnel.queries import GROUPS, funnel_of, students_waiting
from kindling.funnel.words import GROUP_WORDS, STAGE_WORDS
from kindling.kit.http import require
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.schools.queries import year_named


@require_GET
def funnel(request: ViewerRequest) -> HttpResponse:
    """Show the stages, the groups, and who never asked."""
    require(rules.may_see_funnel(request.viewer))
    year = year_named(request.school, request.GET.get("year", ""))
    if year is None:
        raise Http404
    by = request.GET.get("by", "")
    by = by if by in GROUPS else GROUPS[0]
    found = funnel_of(request.viewer, year, by)
    page = page_of(request, found.waiting)
    context = {"year": year, "funnel": found, "by": by, "page": page}
    context |= {"waiting": students_waiting(list(page)), "stages": STAGE_WORDS}
    context |= {"choices": list(GROUP_WORDS.items()), "names": rules.may_see_names(request.viewer)}
    return render(request, "funnel/funnel.html", context)
