"""How far students come, for advisory and school."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kindling.funnel import rules
from kindling.funnel.network import network_ways
from kindling.funnel.queries import GROUPS, funnel_of, students_waiting
from kindling.funnel.ways import GROUPED
from kindling.funnel.words import GROUP_WORDS, REASON_WORDS, STAGE_WORDS, label_of
from kindling.kit.http import require
from kindling.kit.paging import page_of
from kindling.network.views import framed, viewer_of
from kindling.schools.http import ViewerRequest
from kindling.schools.queries import year_named


@require_safe
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
    context |= {"reasons": REASON_WORDS}
    context |= {"choices": list(GROUP_WORDS.items()), "names": rules.may_see_names(request.viewer)}
    return render(request, "funnel/funnel.html", context)


@require_safe
def network(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for a network: schools that share, in sums."""
    viewer = viewer_of(request, slug)
    whole = network_ways(viewer)
    context = {"whole": whole, "page": page_of(request, whole.schools), "stages": STAGE_WORDS}
    context |= {"reasons": REASON_WORDS, "grouped": GROUPED}
    context |= {"grades": [(label_of("grade", row.label), row) for row in whole.grades]}
    return render(request, "funnel/network.html", framed(request, viewer, **context))
