"""The coordinator sees which places nobody reaches without a car."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kindling.kit.http import require
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.sites import rules
from kindling.sites.queries.cars import cars, need_car


@require_safe
def car_list(request: ViewerRequest) -> HttpResponse:
    require(rules.may_edit_places(request.viewer))
    page = page_of(request, need_car(request.viewer))
    return render(request, "sites/cars.html", {"page": page, "cars": cars(request.viewer)})
