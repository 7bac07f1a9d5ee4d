"""What a student does: ask, try, take back, ask to start."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import page_or_422, require
from kindling.people.models import Student
from kindling.placements import actions, forms, rules
from kindling.placements.hindrance import hindrance_of, queue_hindrance
from kindling.placements.stuck import persistence
from kindling.placements.views.pages import find_pursuit, pursuit_done, show_pursuit
from kindling.schools.http import ViewerRequest
from kindling.sites.models import Opportunity
from kindling.sites.rules import own_student, visible_opportunities


@require_http_methods(["GET", "HEAD", "POST"])
def request_pursuit(request: ViewerRequest, public_id: str) -> HttpResponse:
    places = visible_opportunities(request.viewer).for_list()
    place: Opportunity = get_object_or_404(places, public_id=public_id)
    student = own_student(request.viewer)
    require(student is not None and rules.may_request(request.viewer, student))
    sent = request.method == "POST"
    form = forms.AskForm(request.POST if sent else None)
    if sent and form.is_valid():
        return _ask(request, _known(student), place, form)
    asks = (_known(student), place, request.school)
    hindrance = "" if sent else hindrance_of(*asks)
    can_wait = bool(hindrance) and not queue_hindrance(*asks)
    context = {"form": form, "place": place, "hindrance": hindrance, "can_wait": can_wait}
    return page_or_422(request, "placements/request.html", context, bound=sent)


def _known(student: Student | None) -> Student:
    if student is None:
        raise Http404
    return student


def _ask(
    request: ViewerRequest, student: Student, place: Opportunity, form: forms.AskForm
) -> HttpResponse:
    said = form.cleaned_data
    tie = {"kind": said["tie_kind"], "words": said["tie_words"]}
    return redirect(actions.request_with_tie(student, place, said["why"], **tie, by=request.viewer))


@require_POST
def withdraw_pursuit(request: ViewerRequest, public_id: str) -> HttpResponse:
    pursuit = find_pursuit(request, public_id)
    form = forms.TakeBackForm(request.POST, auto_id="withdraw_%s")
    if not form.is_valid():
        require(rules.may_withdraw(request.viewer, pursuit))
        return show_pursuit(request, pursuit, withdraw_form=form)
    actions.withdraw_pursuit(pursuit, **form.cleaned_data, by=request.viewer)
    return pursuit_done(request, pursuit, _("Taken back."))


@require_POST
def log_attempt(request: ViewerRequest, public_id: str) -> HttpResponse:
    pursuit = find_pursuit(request, public_id)
    require(rules.may_log_attempt(request.viewer, pursuit))
    form = forms.AttemptForm(request.POST, auto_id="attempt_%s")
    if not form.is_valid():
        return show_pursuit(request, pursuit, attempt_form=form)
    said = form.cleaned_data
    actions.log_attempt(pursuit, said["kind"], said["note"], tap=said["tap"], by=request.viewer)
    return pursuit_done(request, pursuit, persistence(pursuit.attempts_count))


@require_POST
def request_start(request: ViewerRequest, public_id: str) -> HttpResponse:
    pursuit = find_pursuit(request, public_id)
    require(rules.may_request_start(request.viewer, pursuit))
    form = forms.NoteForm(request.POST, auto_id="start_%s")
    if not form.is_valid():
        return show_pursuit(request, pursuit, note_form=form)
    actions.request_start(pursuit, form.cleaned_data["note"], by=request.viewer)
    return pursuit_done(request, pursuit, _("Your advisor sets the days and goals next."))
