"""Weekly schedules: the list, one as a table, its days, and where A weeks begin."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dates import WEEKDAYS
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import require, sent
from kindling.kit.paging import page_of
from kindling.schedule import actions, rules
from kindling.schedule.forms.weeks import AddWeekForm, AnchorForm, DayForm, SpanForm
from kindling.schedule.grid import grids_of
from kindling.schedule.models import Week
from kindling.schedule.queries.history import told
from kindling.schedule.samples import SAMPLES
from kindling.schedule.views.keeping import kept
from kindling.schools.http import ViewerRequest


def find(request: ViewerRequest, public_id: str) -> Week:
    """404 for another school's."""
    return get_object_or_404(rules.visible_weeks(request.viewer), public_id=public_id)


@require_safe
def week_list(request: ViewerRequest) -> HttpResponse:
    require(rules.may_see_plan(request.viewer))
    weeks = rules.visible_weeks(request.viewer).order_by("-since_on", "grade", "pk")
    context = {
        "page": page_of(request, weeks),
        "anchors": list(rules.visible_anchors(request.viewer).order_by("-on")[:5]),
        "samples": list(SAMPLES.values()),
        "may_change": rules.may_change_weeks(request.viewer),
    }
    return render(request, "schedule/weeks.html", context)


@require_safe
def week(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_see_plan(request.viewer))
    week = find(request, public_id)
    context = {
        "week": week,
        "grids": grids_of(list(week.blocks.order_by("starts_at"))),
        "may_change": rules.may_change_weeks(request.viewer),
        "history": told(request.viewer, public_id),
    }
    return render(request, "schedule/week.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add_week(request: ViewerRequest) -> HttpResponse:
    require(rules.may_change_weeks(request.viewer))
    start = {"start": request.GET.get("start", "")}
    form = AddWeekForm(sent(request), viewer=request.viewer, initial=start)
    page = ("schedule/add_week.html", {"samples": list(SAMPLES.values())})
    return kept(
        request,
        form,
        page,
        lambda: actions.add_week(by=request.viewer, **form.answers()),
        lambda week: week,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def change_week(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_change_weeks(request.viewer))
    week = find(request, public_id)
    form = SpanForm(sent(request), initial=vars(week))

    def act() -> None:
        actions.change_week(week, by=request.viewer, **form.cleaned_data)

    return kept(request, form, ("schedule/change_week.html", {"week": week}), act, week)


@require_http_methods(["GET", "HEAD", "POST"])
def plan_day(request: ViewerRequest, public_id: str, weekday: int) -> HttpResponse:
    """The blocks of one weekday, of every week or (?letter=A) of A or B weeks."""
    require(rules.may_change_weeks(request.viewer))
    week, letter = find(request, public_id), request.GET.get("letter", "")
    if weekday not in WEEKDAYS or letter not in ("", "A", "B"):
        raise Http404
    form = DayForm(sent(request), week=week, weekday=weekday, letter=letter)
    page = ("schedule/plan_day.html", {"week": week, "day_name": WEEKDAYS[weekday]})

    def act() -> None:
        said = form.cleaned_data
        days = {weekday, *map(int, said["also"])}
        actions.plan_days(
            week, days, said["blocks"], letter=said.get("letter", ""), by=request.viewer
        )

    return kept(request, form, page, act, week)


@require_POST
def delete_week(request: ViewerRequest, public_id: str) -> HttpResponse:
    actions.delete_week(find(request, public_id), by=request.viewer)
    return redirect("schedule:weeks")


@require_http_methods(["GET", "HEAD", "POST"])
def set_anchor(request: ViewerRequest) -> HttpResponse:
    """Say which week is week A."""
    require(rules.may_change_weeks(request.viewer))
    form = AnchorForm(sent(request), initial={"on": request.school.today()})
    page = ("schedule/anchor.html", {"anchors": rules.visible_anchors(request.viewer)})

    def act() -> object:
        return actions.set_anchor(form.cleaned_data["on"], by=request.viewer)

    return kept(request, form, page, act, "schedule:weeks")


@require_POST
def delete_anchor(request: ViewerRequest, public_id: str) -> HttpResponse:
    anchor = get_object_or_404(rules.visible_anchors(request.viewer), public_id=public_id)
    actions.delete_anchor(anchor, by=request.viewer)
    return redirect("schedule:weeks")
