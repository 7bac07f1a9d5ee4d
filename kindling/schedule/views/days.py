"""The month, and the plan of one day."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kindling.kit.http import require
from kindling.schedule import rules
from kindling.schedule.queries.month import FAR, month_of
from kindling.schedule.queries.people import day_page
from kindling.schools.http import ViewerRequest


@require_safe
def calendar(request: ViewerRequest) -> HttpResponse:
    """One month: terms, internship days and days off. ?month=2026-10 names it."""
    require(rules.may_see_calendar(request.viewer))
    first = month_in(request.GET.get("month", ""), request.school.today())
    context = {
        "month": month_of(request.viewer, first),
        "may_change": rules.may_change_closures(request.viewer),
    }
    return render(request, "schedule/calendar.html", context)


def month_in(text: str, today: date) -> date:
    """Return the first day of the month that is named, or of today's."""
    return day_in(f"{text}-01", today).replace(day=1)


@require_safe
def day(request: ViewerRequest) -> HttpResponse:
    """The plan of one day for those whom the viewer cares for. ?on=2026-10-13 names it."""
    require(rules.may_see_plan(request.viewer))
    on = day_in(request.GET.get("on", ""), request.school.today())
    context = {"page": day_page(request.viewer, on)}
    return render(request, "schedule/day.html", context)


def day_in(text: str, today: date) -> date:
    """Return the day that is named, or today when it is none or years away."""
    try:
        named = date.fromisoformat(text)
    except ValueError:
        return today
    return named if abs(named.year - today.year) <= FAR else today
