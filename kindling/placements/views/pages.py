"""One pursuit, one internship: found through the rules, shown with the forms that would work."""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kindling.kit.http import answer, is_partial
from kindling.placements import forms, queries, rules
from kindling.placements.clearing import readiness_of
from kindling.placements.models import Attempt, Placement, Pursuit
from kindling.schools.http import ViewerRequest


def find_pursuit(request: ViewerRequest, public_id: str) -> Pursuit:
    """404 for what you may not see."""
    pursuits = rules.visible_pursuits(request.viewer).for_list().select_related("placement")
    pursuit: Pursuit = get_object_or_404(pursuits, public_id=public_id)
    return pursuit


def find_placement(request: ViewerRequest, public_id: str) -> Placement:
    """404 for what you may not see. Two statements: the planned days come along."""
    placements = rules.visible_placements(request.viewer).for_list()
    related = placements.select_related("pursuit__seat", "memory").prefetch_related("planned_days")
    placement: Placement = get_object_or_404(related, public_id=public_id)
    return placement


def pursuit_context(request: ViewerRequest, pursuit: Pursuit, **bound: Form) -> dict[str, Any]:
    """Return what `_pursuit.html` needs; a form that was sent takes the place of the empty one."""
    page = queries.pursuit_page(request.viewer, pursuit)
    empty = {
        "until_form": forms.UntilForm(viewer=request.viewer, auto_id="approve_%s"),
        "decline_form": forms.DeclineForm(auto_id="decline_%s"),
        "withdraw_form": forms.TakeBackForm(auto_id="withdraw_%s"),
        "extend_form": forms.ExtendForm(
            pursuit=pursuit, viewer=request.viewer, auto_id="extend_%s"
        ),
        "attempt_form": forms.AttemptForm(auto_id="attempt_%s"),
        "note_form": forms.NoteForm(auto_id="start_%s"),
        "return_form": forms.ReasonForm(auto_id="return_%s"),
        "stand_in_form": forms.ReasonForm(auto_id="stand_in_%s"),
        "tie_form": forms.TieForm(auto_id="tie_%s"),
        "settle_form": forms.ReasonForm(auto_id="settle_%s"),
    }
    ready = readiness_of(request.viewer, pursuit)
    facts = {
        "page": page,
        "pursuit": pursuit,
        "readiness": ready,
        "standing": queries.standing(page.row),
    }
    return {**facts, "kinds": Attempt.Kind.choices, **empty, **bound}


def show_pursuit(request: ViewerRequest, pursuit: Pursuit, **bound: Form) -> HttpResponse:
    """Show the page, or its part for htmx: 422 when a form that was sent can't be taken."""
    part = "placements/_pursuit.html" if is_partial(request) else "placements/pursuit.html"
    context = pursuit_context(request, pursuit, **bound)
    return render(request, part, context, status=422 if bound else 200)


def pursuit_done(request: ViewerRequest, pursuit: Pursuit, toast: str) -> HttpResponse:
    """Answer a step that worked: the part anew, or back to the page."""
    context = pursuit_context(request, pursuit) if is_partial(request) else {}
    return answer(request, "placements/_pursuit.html", context, to=pursuit, toast=toast)


@require_safe
def pursuit_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    return show_pursuit(request, find_pursuit(request, public_id))


def placement_context(
    request: ViewerRequest, placement: Placement, **bound: Form
) -> dict[str, Any]:
    """Return what `_placement.html` needs; a form that was sent takes the place of the empty."""
    empty = {
        "goals_form": forms.GoalsForm(initial={"goals": placement.goals}, auto_id="goals_%s"),
        "request_end_form": forms.ReasonForm(auto_id="request_end_%s"),
        "talk_form": forms.TalkForm(initial={"held_on": request.school.today()}, auto_id="talk_%s"),
    }
    page = queries.placement_page(request.viewer, placement)
    ready = readiness_of(request.viewer, placement)
    return {"page": page, "placement": placement, "readiness": ready, **empty, **bound}


def show_placement(request: ViewerRequest, placement: Placement, **bound: Form) -> HttpResponse:
    """Show the page, or its part for htmx: 422 when a form that was sent can't be taken."""
    part = "placements/_placement.html" if is_partial(request) else "placements/placement.html"
    context = placement_context(request, placement, **bound)
    return render(request, part, context, status=422 if bound else 200)


def placement_done(request: ViewerRequest, placement: Placement, toast: str) -> HttpResponse:
    """Answer a step that worked: the part anew, or back to the page."""
    context = placement_context(request, placement) if is_partial(request) else {}
    return answer(request, "placements/_placement.html", context, to=placement, toast=toast)


@require_safe
def placement_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    return show_placement(request, find_placement(request, public_id))
