"""The calendar of the school, and the days on which it is closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kindling.kit.http import Refused, answer, require, sent
from kindling.kit.paging import page_of
from kindling.schedule import actions, rules
from kindling.schedule.forms.closures import ClosureForm
from kindling.schedule.queries import days as queries
from kindling.schools.http import ViewerRequest


@require_GET
def calendar(request: ViewerRequest) -> HttpResponse:
    """One month: terms, internship days and days off. ?month=2026-10 names it."""
    require(rules.may_see_calendar(request.viewer))
    first = month_in(request.GET.get("month", ""), request.school.today())
    context = {"month": queries.month_of(request.school, first)}
    return render(request, "schedule/calendar.html", context)


def month_in(text: str, today: date) -> date:
    """Return the first day of the month that is named, or of today's."""
    try:
        named = date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)
    return named if abs(named.year - today.year) <= queries.FAR else today.replace(day=1)


@require_GET
def closure_list(request: ViewerRequest) -> HttpResponse:
    require(rules.may_see_calendar(request.viewer))
    page = page_of(request, rules.visible_closures(request.viewer).order_by("-starts_on", "-pk"))
    context = {"page": page, "may_change": rules.may_change_closures(request.viewer)}
    return render(request, "schedule/closures.html", context)


@require_http_methods(["GET", "POST"])
def add_closure(request: ViewerRequest) -> HttpResponse:
    require(rules.may_change_closures(request.viewer))
    form = ClosureForm(sent(request))
    return kept(
        request,
        form,
        _("Close the school"),
        lambda data: actions.add_closure(by=request.viewer, **data),
    )


@require_http_methods(["GET", "POST"])
def change_closure(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_change_closures(request.viewer))
    closure = get_object_or_404(rules.visible_closures(request.viewer), public_id=public_id)
    form = ClosureForm(sent(request), initial=vars(closure))

    def act(data: dict[str, object]) -> object:
        return actions.change_closure(closure, by=request.viewer, **data)  # type: ignore[arg-type]

    return kept(request, form, closure.label, act)


@require_POST
def delete_closure(request: ViewerRequest, public_id: str) -> HttpResponse:
    closure = get_object_or_404(rules.visible_closures(request.viewer), public_id=public_id)
    actions.delete_closure(closure, by=request.viewer)
    return redirect("schedule:closures")


def kept(
    request: ViewerRequest, form: ClosureForm, title: str, act: Callable[..., object]
) -> HttpResponse:
    """Act on a valid form and go back to the list; else show it with what is wrong."""
    status = 422 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
            status = 409
        else:
            context = {"form": form, "title": title}
            part, toast = "schedule/closure.html", _("Saved.")
            return answer(request, part, context, to="schedule:closures", toast=toast)
    return render(request, "schedule/closure.html", {"form": form, "title": title}, status=status)
