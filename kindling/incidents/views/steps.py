"""Decisions about an incident, each one button."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kindling.incidents import actions, forms, rules
from kindling.incidents.views.incidents import find, show
from kindling.kit.http import go_to
from kindling.schools.http import ViewerRequest


@require_POST
def pause(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.pause_there(found, by=request.viewer)
    return go_to(request, found, _("Paused. Nobody is expected there."))


@require_POST
def against(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Against whom of the family it is; nobody where nothing was chosen."""
    found = find(request, public_id)
    chosen, person = request.POST.get("person", ""), None
    if chosen:
        person = get_object_or_404(rules.guardians_of(found), public_id=chosen)
    actions.name_against(found, person, by=request.viewer)
    return go_to(request, found, _("Saved."))


@require_POST
def pause_site(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    form = forms.TextForm(request.POST, auto_id="site_%s")
    if not form.is_valid():
        return show(request, found, site_form=form)
    actions.pause_site(found, form.cleaned_data["text"], by=request.viewer)
    return go_to(request, found, _("No new students are sent there."))


@require_POST
def double_visits(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.double_visits(found, is_on=request.POST.get("on") == "1", by=request.viewer)
    return go_to(request, found, _("Saved."))


@require_POST
def suspend_mentor(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    form = forms.TextForm(request.POST, auto_id="mentor_%s")
    if not form.is_valid():
        return show(request, found, mentor_form=form)
    actions.suspend_mentor(found, form.cleaned_data["text"], by=request.viewer)
    return go_to(request, found, _("Suspended. A letter is on its way, without a reason."))


@require_POST
def lift_suspension(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.lift_suspension(found, by=request.viewer)
    return go_to(request, found, _("They may guide students again."))


@require_POST
def resume(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.resume_there(found, by=request.viewer)
    return go_to(request, found, _("It goes on."))


@require_POST
def tell_mentor(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.tell_mentor(found, by=request.viewer)
    return go_to(request, found, _("A letter is on its way, without a reason."))


@require_POST
def reopen(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.reopen_incident(found, by=request.viewer)
    return go_to(request, found, _("It is open again."))


@require_POST
def close(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    form = forms.TextForm(request.POST, auto_id="close_%s")
    if not form.is_valid():
        return show(request, found, close_form=form)
    actions.close_incident(found, form.cleaned_data["text"], by=request.viewer)
    still = rules.is_site_paused(found)
    toast = _("Closed. The place is still paused for new students.") if still else _("Closed.")
    return go_to(request, found, toast)


@require_POST
def add_reader(request: ViewerRequest, public_id: str) -> HttpResponse:
    return with_person(request, public_id, actions.add_reader, _("They may read it from now on."))


@require_POST
def end_reader(request: ViewerRequest, public_id: str) -> HttpResponse:
    return with_person(request, public_id, actions.end_reader, _("They do not read it any more."))


def with_person(
    request: ViewerRequest,
    public_id: str,
    act: Callable[..., None],
    toast: str,
) -> HttpResponse:
    found, by = find(request, public_id), request.viewer
    form = forms.PersonForm(request.POST, viewer=by)
    if not form.is_valid():
        return show(request, found, reader_form=form)
    act(found, form.cleaned_data["person"], by=by)
    return go_to(request, found, toast)
