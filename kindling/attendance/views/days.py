"""Days as staff, students and families read them, and the last word about one."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.attendance import actions, rules
from kindling.attendance.along import About, Moment, parts_for
from kindling.attendance.forms import DayFilter, SettleForm
from kindling.attendance.queries.days import day_page, filtered_days, hours_page
from kindling.attendance.waiting import spoken_days
from kindling.kit.http import answer, page_or_422, require
from kindling.kit.paging import page_of
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest


@require_safe
def day_list(request: ViewerRequest) -> HttpResponse:
    """Days somebody spoke about, newest first."""
    wanted = DayFilter(request.GET).wanted
    page = page_of(request, filtered_days(request.viewer, wanted))
    query = request.GET.copy()
    query.pop("page", None)
    context = {"page": page, "wanted": wanted, "query": query.urlencode()}
    return render(request, "attendance/days.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def day_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One day with its three voices; POST settles it."""
    days = rules.visible_days(request.viewer).for_list()
    day = get_object_or_404(days, public_id=public_id)
    form = SettleForm(request.POST if request.method == "POST" else None, of=day)
    if request.method == "POST":
        require(rules.may_settle(request.viewer, day.student))
        if form.is_valid():
            settled = {"minutes": form.total, "reason": form.cleaned_data["reason"]}
            actions.settle_day(day, by=request.viewer, **settled)
            return answer(request, "attendance/_saved.html", {}, to=day, toast=_("Settled."))
    about = About(day.student_id, day.placement_id, day)
    alongs = parts_for(request.viewer, Moment.DAY, about)
    context = {"page": day_page(request.viewer, day), "form": form, "alongs": alongs}
    return page_or_422(request, "attendance/day.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def settle_missed(request: ViewerRequest, placement_id: str, on: str) -> HttpResponse:
    """Say what happened on a day nobody spoke about."""
    placements = rules.visible_placements(request.viewer).filter(public_id=placement_id)
    spoken = spoken_days(request.viewer.school, placements, *[as_date(on)] * 2)
    if not spoken or spoken[0].on > request.viewer.school.today():
        raise Http404
    one = spoken[0]
    require(rules.may_settle(request.viewer, one.placement.student))
    if one.day:
        return redirect(one.day)
    form = SettleForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        settled = {"minutes": form.total, "reason": form.cleaned_data["reason"]}
        actions.settle_day(one, by=request.viewer, **settled)
        return answer(request, "attendance/_saved.html", {}, to="home:today", toast=_("Settled."))
    context = {"one": one, "form": form}
    return page_or_422(request, "attendance/missed.html", context, bound=form.is_bound)


def as_date(text: str) -> date:
    """Read a date of the address; 404 for one that is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None


@require_POST
def ask_mentor(request: ViewerRequest, placement_id: str) -> HttpResponse:
    """Send the mentor a link now, for this mentor's internships one may ask about."""
    placements = rules.visible_placements(request.viewer)
    placement = get_object_or_404(placements, public_id=placement_id)
    actions.ask_mentor(placement.mentor, [placement], by=request.viewer)
    toast = _("A link is on its way to %(name)s.") % {"name": placement.mentor.name}
    return answer(request, "attendance/_saved.html", {}, to="home:today", toast=toast)


@require_safe
def student_hours(request: ViewerRequest, student_id: str) -> HttpResponse:
    """One student's hours, by term and place."""
    student = get_object_or_404(visible_students(request.viewer, Matter.DAYS), public_id=student_id)
    return render(request, "attendance/hours.html", {"page": hours_page(request.viewer, student)})
