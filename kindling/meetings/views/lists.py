"""The meetings and promises one sees, and what a school sets about them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.meetings import actions, rules
from kindling.meetings.forms import AgendaForm, LeadForm
from kindling.meetings.models import Commitment
from kindling.meetings.queries.lists import (
    coming_meetings,
    open_commitments,
    past_meetings,
    student_named,
)
from kindling.meetings.queries.settings import agendas_here, led_from
from kindling.schools.http import ViewerRequest


@require_safe
def meetings(request: ViewerRequest) -> HttpResponse:
    """Coming (or ?show=past); ?student= narrows to one."""
    viewer = request.viewer
    student = student_named(viewer, request.GET.get("student", ""))
    is_past = request.GET.get("show") == "past"
    rows = past_meetings(viewer, student) if is_past else coming_meetings(viewer, student)
    context = {
        "page": page_of(request, rows), "is_past": is_past, "student": student,
        "promises": list(open_commitments(viewer, student)[:20]),
        "may_book": rules.is_a_booker(viewer), "may_choose": rules.may_choose(viewer),
        "today": viewer.school.today(),
    }  # fmt: skip
    return render(request, "meetings/meetings.html", context)


def find_promise(request: ViewerRequest, public_id: str) -> Commitment:
    return get_object_or_404(rules.visible_commitments(request.viewer), public_id=public_id)


@require_POST
def keep(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It is done; `undo` says that it is not."""
    promise = find_promise(request, public_id)
    to = promise.meeting or "meetings:meetings"
    if "undo" in request.POST:
        actions.reopen_commitment(promise, by=request.viewer)
        return go_to(request, to, _("It is open again."))
    actions.keep_commitment(promise, by=request.viewer)
    return go_to(request, to, _("Done. Thank you."))


@require_POST
def drop(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Nobody promised this."""
    promise = find_promise(request, public_id)
    to = promise.meeting or "meetings:meetings"
    actions.drop_commitment(promise, by=request.viewer)
    return go_to(request, to, _("Taken off the list."))


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """Who leads from which grade, and the agendas."""
    require(rules.may_choose(request.viewer))
    form = LeadForm(sent(request), initial={"led_from_grade": led_from(request.viewer)})
    if form.is_bound and form.is_valid():
        actions.choose_leading(**form.cleaned_data, by=request.viewer)
        return go_to(request, "meetings:settings", _("Saved."))
    context = {"form": form, "agendas": agendas_here(request.viewer)}
    return page_or_422(request, "meetings/settings.html", context, bound=form.is_bound)


@require_POST
def agenda(request: ViewerRequest) -> HttpResponse:
    """The agenda of one kind."""
    require(rules.may_choose(request.viewer))
    form = AgendaForm(request.POST)
    if form.is_valid():
        actions.choose_agenda(**form.cleaned_data, by=request.viewer)
        return go_to(request, "meetings:settings", _("Saved."))
    context = {"form": form, "agendas": agendas_here(request.viewer)}
    return page_or_422(request, "meetings/settings.html", context, bound=True)
