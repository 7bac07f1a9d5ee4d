"""The snow day: one button, and one to take it back."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.attendance import rules
from kindling.attendance.actions.snow import call_snow_day, take_back_snow_day
from kindling.attendance.queries.snow import snow_page
from kindling.kit.http import go_to, require
from kindling.schools.http import ViewerRequest
from kindling.ui.format import day as as_day


@require_safe
def snow(request: ViewerRequest) -> HttpResponse:
    """Today and tomorrow, each with its button; below, what was called and taken back."""
    require(rules.may_call_snow_day(request.viewer))
    today = request.school.today()
    days = [today, today + timedelta(days=1)]
    context = {"page": snow_page(request.viewer, days)}
    return render(request, "attendance/snow.html", context)


@require_POST
def call(request: ViewerRequest, on: str) -> HttpResponse:
    """No school on this day: everyone hears of it."""
    day = named(on)
    call_snow_day(day, by=request.viewer)
    return go_to(request, "attendance:snow", _("Snow day on %(day)s.") % {"day": as_day(day)})


@require_POST
def take_back(request: ViewerRequest, on: str) -> HttpResponse:
    """There is school after all: everyone hears of it."""
    day = named(on)
    take_back_snow_day(day, by=request.viewer)
    return go_to(request, "attendance:snow", _("School is open on %(day)s.") % {"day": as_day(day)})


def named(on: str) -> date:
    """404 for what is no day."""
    try:
        return date.fromisoformat(on)
    except ValueError as error:
        raise Http404 from error
