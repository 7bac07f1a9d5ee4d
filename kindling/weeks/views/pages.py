"""Weeks, one week's plan, and what one student may take."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role
from kindling.weeks import rules
from kindling.weeks.forms import BookingForm
from kindling.weeks.models import Week
from kindling.weeks.queries.plan import plan_page


def find(request: ViewerRequest, public_id: str) -> Week:
    """404 for a week one may not see."""
    rows = rules.visible_weeks(request.viewer).select_related("school")
    return get_object_or_404(rows, public_id=public_id)


@require_safe
def week_list(request: ViewerRequest) -> HttpResponse:
    """Every week, the latest first; for students where they take a time."""
    if request.viewer.purpose or not (request.viewer.is_staff or request.viewer.is_a(Role.STUDENT)):
        raise Http404
    mine = rules.own_sittings(request.viewer).order_by("week__since_on", "pk")
    context = {
        "page": page_of(request, rules.visible_weeks(request.viewer).order_by("-since_on", "-pk")),
        "mine": [(one, one.week.is_booking(request.school.now())) for one in mine[:10]],
        "may_plan": rules.may_plan(request.viewer),
    }
    return render(request, "weeks/weeks.html", context)


@require_safe
def week_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The plan for whoever makes it; others see when the exhibitions are that they see."""
    week = find(request, public_id)
    if rules.may_plan(request.viewer):
        return render(request, "weeks/plan.html", plan_context(request, week))
    rows = rules.visible_sittings(request.viewer).filter(week=week, told_at__isnull=False)
    context = {
        "week": week,
        "page": page_of(request, rows.order_by("told_at", "pk")),
        "may_say": rules.may_say_hours(request.viewer, week),
    }
    return render(request, "weeks/week.html", context)


def plan_context(request: ViewerRequest, week: Week) -> dict[str, object]:
    plan = plan_page(week, asked_day(request), request.viewer)
    return {
        "week": week,
        "plan": plan,
        "page": page_of(request, plan.lines),
        "booking": BookingForm(),
        "now": request.school.now(),
    }


def asked_day(request: ViewerRequest) -> date | None:
    """The day in the address; None for none, or for no date."""
    try:
        return parse_date(request.GET.get("day", ""))
    except ValueError:
        return None
