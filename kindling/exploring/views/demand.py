"""Demand without supply, for whoever recruits places."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kindling.exploring import rules
from kindling.exploring.queries.demand import demand_of
from kindling.kit.http import require
from kindling.kit.small import SMALLEST
from kindling.schools.http import ViewerRequest


@require_safe
def demand(request: ViewerRequest) -> HttpResponse:
    """What is wanted and not there."""
    require(rules.may_count_demand(request.viewer))
    context = {"demand": demand_of(request.viewer), "smallest": SMALLEST}
    return render(request, "exploring/demand.html", context)
