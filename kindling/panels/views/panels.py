"""The panels that are near, and one of them: not begun, at work, shown to all."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.exhibitions.models import Exhibition
from kindling.history.stir import stamp_of
from kindling.kit.http import fresh_or_304, go_to, require
from kindling.panels import actions, rules
from kindling.panels.forms import ConditionForm, ResultForm
from kindling.panels.models import Panel
from kindling.panels.queries.room import coming_up, compared, conditions_of, room_of
from kindling.panels.views.finding import find, find_exhibition, find_working, may_enter
from kindling.schools.http import ViewerRequest


@require_safe
def panel_list(request: ViewerRequest) -> HttpResponse:
    """The exhibitions of these weeks that one sits on, leads or sees."""
    context = {
        "exhibitions": coming_up(request.viewer),
        "may_sums": rules.may_see_sums(request.viewer),
    }
    return render(request, "panels/panels.html", context)


@require_safe
def panel(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Where the panel stands."""
    found = rules.visible_panels(request.viewer).filter(exhibition__public_id=public_id).first()
    if found is None:
        return not_begun(request, public_id)
    if found.recorded_at:
        return redirect("panels:record", public_id)
    if not may_enter(request, found.exhibition):
        raise Http404
    return show(request, found)


def not_begun(request: ViewerRequest, public_id: str) -> HttpResponse:
    exhibition = find_exhibition(request, public_id)
    if not may_enter(request, exhibition):
        raise Http404
    context = {
        "exhibition": exhibition,
        "leads": rules.may_lead(request.viewer, exhibition),
        "coming": list(rules.panelists_of(exhibition)),
        "has_date": exhibition.state in (*Exhibition.DATED, Exhibition.State.HELD),
    }
    return render(request, "panels/begin.html", context)


def show(request: ViewerRequest, found: Panel, status: int = 200, **bound: Any) -> HttpResponse:
    """At work: who is in. After the reveal: where the panel differs, and for who leads, the end."""
    if not found.is_revealed:
        context = {"room": room_of(found, request.viewer), "stamp": stamp(request, found)}
        return render(request, "panels/room.html", context, status=status)
    said = compared(found, request.viewer)
    if not said.forms and not said.late:
        return redirect("panels:sheet", found.exhibition.public_id)  # their own word comes first
    people = list(rules.standings(found))
    empty = {
        "condition_form": ConditionForm(panel=found, people=people),
        "result_form": ResultForm(initial={"result": found.exhibition.result}),
    }
    context = {
        "panel": found, "exhibition": found.exhibition, "compared": said,
        "leads": rules.may_lead(request.viewer, found.exhibition), "people": people,
        "own": next((one for one in people if one.person_id == request.viewer.person_id), None),
        "conditions": conditions_of(found, request.viewer), **empty, **bound,
    }  # fmt: skip
    return render(request, "panels/compare.html", context, status=status)


def stamp(request: ViewerRequest, found: Panel) -> str:
    return stamp_of(request.viewer, "panel", found.public_id)


@require_safe
def now(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Who is in; 304 while nothing has changed."""
    found = find_working(request, public_id)
    asked = stamp(request, found)
    return fresh_or_304(
        request, "panels/_now.html", asked,
        lambda: {"room": room_of(found, request.viewer), "stamp": asked},
    )  # fmt: skip


@require_POST
def begin(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It is being held: everybody gets their form."""
    exhibition = find_exhibition(request, public_id)
    made = actions.begin_panel(exhibition, by=request.viewer)
    return go_to(request, made, _("It has begun. Everybody on the panel has a form now."))


@require_POST
def timer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Let the minutes run, or take the clock away."""
    found = find(request, public_id)
    if request.POST.get("off"):
        actions.stop_timer(found, by=request.viewer)
    else:
        actions.start_timer(found, by=request.viewer)
    return redirect(found)


@require_POST
def close(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Wait for no more forms."""
    found = find(request, public_id)
    actions.close_scoring(found, by=request.viewer)
    return go_to(request, found, _("Closed. What is in counts; what comes now is a comment."))


@require_POST
def miss(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Somebody did not come."""
    form = get_object_or_404(rules.forms_in_sight(request.viewer), public_id=public_id)
    require(rules.may_lead(request.viewer, form.panel.exhibition))
    actions.miss_form(form, by=request.viewer)
    return go_to(request, form.panel, _("Nobody waits for this form now."))
