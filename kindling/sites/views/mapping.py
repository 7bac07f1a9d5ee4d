"""Places on a map, and the same as a list."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kindling.kit.http import require
from kindling.schools.http import ViewerRequest
from kindling.sites import rules
from kindling.sites.queries.filters import Filters
from kindling.sites.queries.mapping import plan_of
from kindling.travel.queries import street_map


@require_safe
def place_map(request: ViewerRequest) -> HttpResponse:
    """The places that fit the address's filters, where they are."""
    viewer = request.viewer
    require(rules.may_see_places(viewer))
    filters = Filters.read(request.GET, viewer)
    plan = plan_of(viewer, filters, rules.own_student(viewer))
    context = {"plan": plan, "filters": filters, "streets": street_map(viewer)}
    return render(request, "sites/map.html", context)
