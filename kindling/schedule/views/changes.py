"""Dates that run differently."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import require, sent
from kindling.kit.paging import page_of
from kindling.schedule import actions, rules
from kindling.schedule.forms.changes import ChangeForm
from kindling.schedule.models import Change
from kindling.schedule.queries.history import Told, told
from kindling.schedule.views.days import day_in
from kindling.schedule.views.keeping import kept
from kindling.schools.http import ViewerRequest

PAGE = "schedule/change.html"


def find(request: ViewerRequest, public_id: str) -> Change:
    return get_object_or_404(rules.visible_changes(request.viewer), public_id=public_id)


@require_safe
def change_list(request: ViewerRequest) -> HttpResponse:
    require(rules.may_see_plan(request.viewer))
    page = page_of(request, rules.visible_changes(request.viewer).order_by("-on", "pk"))
    context = {"page": page, "may_change": rules.may_change_weeks(request.viewer)}
    return render(request, "schedule/changes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add_change(request: ViewerRequest) -> HttpResponse:
    """?on=2026-10-14 proposes the date."""
    require(rules.may_change_weeks(request.viewer))
    on = day_in(request.GET.get("on", ""), request.school.today())
    form = ChangeForm(sent(request), viewer=request.viewer, initial={"on": on})
    return put(request, form, _("A different day"), [])


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_change_weeks(request.viewer))
    change = find(request, public_id)
    form = ChangeForm(sent(request), viewer=request.viewer, change=change)
    history = told(request.viewer, public_id)
    return put(request, form, change.note, history, change=change)


def put(
    request: ViewerRequest, form: ChangeForm, title: str, history: list[Told], **about: Any
) -> HttpResponse:
    """Save it, or show what is wrong."""

    def act() -> object:
        return actions.put_change(by=request.viewer, **form.answers(), **about)

    return kept(
        request, form, (PAGE, {"title": title, "history": history}), act, "schedule:changes"
    )


@require_POST
def delete_change(request: ViewerRequest, public_id: str) -> HttpResponse:
    actions.delete_change(find(request, public_id), by=request.viewer)
    return redirect("schedule:changes")
