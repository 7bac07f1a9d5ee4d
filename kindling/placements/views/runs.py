"""While an internship runs, and its end."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import page_or_422, require
from kindling.placements import actions, forms, rules
from kindling.placements.forms import works
from kindling.placements.models import Placement
from kindling.placements.views.pages import find_placement, placement_done, show_placement
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def reschedule_placement(request: ViewerRequest, public_id: str) -> HttpResponse:
    placement = find_placement(request, public_id)
    require(rules.may_reschedule(request.viewer, placement))
    sent = request.method == "POST"
    said = request.POST if sent else None
    form = forms.RescheduleForm(said, placement=placement, viewer=request.viewer)
    if sent and works(form, lambda: _reschedule(request, placement, form)):
        return redirect(placement)
    runs = placement.state in Placement.RUNNING
    context = {"form": form, "placement": placement, "runs": runs}
    return page_or_422(request, "placements/schedule.html", context, bound=sent)


def _reschedule(request: ViewerRequest, placement: Placement, form: forms.RescheduleForm) -> None:
    plan = {name: form.cleaned_data[name] for name in ("since_on", "ends_on", "schedule")}
    actions.reschedule_placement(placement, **plan, by=request.viewer)


@require_POST
def change_goals(request: ViewerRequest, public_id: str) -> HttpResponse:
    placement = find_placement(request, public_id)
    require(rules.may_change_goals(request.viewer, placement))
    form = forms.GoalsForm(request.POST, auto_id="goals_%s")
    if not form.is_valid():
        return show_placement(request, placement, goals_form=form)
    actions.change_goals(placement, form.cleaned_data["goals"], by=request.viewer)
    return placement_done(request, placement, _("Goals saved."))


@require_POST
def keep_placement(request: ViewerRequest, public_id: str) -> HttpResponse:
    placement = find_placement(request, public_id)
    actions.keep_placement(placement, by=request.viewer)
    return placement_done(request, placement, _("It goes on."))


@require_POST
def pause_placement(request: ViewerRequest, public_id: str) -> HttpResponse:
    placement = find_placement(request, public_id)
    actions.pause_placement(placement, by=request.viewer)
    return placement_done(request, placement, _("Paused. Nobody is expected there."))


@require_POST
def resume_placement(request: ViewerRequest, public_id: str) -> HttpResponse:
    placement = find_placement(request, public_id)
    actions.resume_placement(placement, by=request.viewer)
    return placement_done(request, placement, _("It goes on."))


@require_http_methods(["GET", "HEAD", "POST"])
def end_placement(request: ViewerRequest, public_id: str) -> HttpResponse:
    placement = find_placement(request, public_id)
    require(rules.may_end(request.viewer, placement))
    sent = request.method == "POST"
    usual = {"ends_on": request.school.today(), "reason": placement.end_reason}
    form = forms.EndForm(request.POST if sent else None, initial=usual)

    def act() -> None:
        said = form.cleaned_data
        actions.end_placement(placement, said["reason"], said["ends_on"], by=request.viewer)

    if sent and works(form, act):
        return redirect(placement)
    context = {"form": form, "placement": placement}
    return page_or_422(request, "placements/end.html", context, bound=sent)
