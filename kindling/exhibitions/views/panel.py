"""Who sits on the panel."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kindling.exhibitions import actions, rules
from kindling.exhibitions import forms as forms_
from kindling.exhibitions.models import Panelist
from kindling.exhibitions.views.exhibition import show
from kindling.exhibitions.views.finding import find_exhibition, find_panelist
from kindling.kit.http import go_to, require
from kindling.kit.trying import works
from kindling.schools.http import ViewerRequest


@require_POST
def name(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Somebody whom the school knows."""
    one = find_exhibition(request, public_id)
    require(rules.may_prepare(request.viewer, one))
    people = rules.askable(request.viewer, one)
    form = forms_.NameForm(request.POST, people=people, auto_id="name_%s")
    if not form.is_valid():
        return show(request, one, name_form=form)
    person = form.people[form.cleaned_data["person"]]
    is_remote = form.cleaned_data["is_remote"]
    row = actions.name_panelist(one, person, is_remote=is_remote, by=request.viewer)
    return go_to(request, one, said_of(row))


def said_of(row: Panelist) -> str:
    told = {"name": row.name}
    if row.state == Panelist.State.PROPOSED:
        return _("Noted: %(name)s. Your advisor says yes or no, then the letter goes out.") % told
    if row.is_invited:
        return _("Invited: %(name)s.") % told
    return _("On the panel: %(name)s. The invitation goes out with the date.") % told


@require_POST
def guest(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Somebody from outside."""
    one = find_exhibition(request, public_id)
    form = forms_.GuestForm(request.POST, auto_id="guest_%s")
    made: list[Panelist] = []
    by = request.viewer
    if works(form, lambda: made.append(actions.propose_guest(one, by=by, **form.cleaned_data))):
        return go_to(request, one, said_of(made[0]))
    return show(request, one, guest_form=form)


@require_POST
def answer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """coming=yes|no, for oneself."""
    place = find_panelist(request, public_id)
    form = forms_.AnswerForm(request.POST, auto_id="answer_%s")
    by, coming = request.viewer, request.POST.get("coming") == "yes"
    if works(
        form, lambda: actions.answer_invitation(place, coming=coming, by=by, **form.cleaned_data)
    ):
        said = _("Thank you. They know you come.") if coming else _("Thank you. They know.")
        return go_to(request, place.exhibition, said)
    return show(request, place.exhibition, answer_form=form)


@require_POST
def take_off(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Somebody need not come."""
    place = find_panelist(request, public_id)
    actions.take_off_panel(place, by=request.viewer)
    return go_to(request, place.exhibition, _("Taken off the panel."))


@require_POST
def allow(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Yes to a guest."""
    place = find_panelist(request, public_id)
    row = actions.allow_guest(place, by=request.viewer)
    return go_to(request, place.exhibition, said_of(row))


@require_POST
def refuse(request: ViewerRequest, public_id: str) -> HttpResponse:
    """No to a guest."""
    place = find_panelist(request, public_id)
    actions.refuse_guest(place, request.POST.get("note", ""), by=request.viewer)
    return go_to(
        request,
        place.exhibition,
        _("The student reads that %(name)s is not invited.") % {"name": place.name},
    )


@require_POST
def interpreter(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Whether one is needed, and who it is."""
    place = find_panelist(request, public_id)
    form = forms_.InterpreterForm(request.POST)
    if form.is_valid():
        facts = {**form.cleaned_data, "needs": "not_needed" not in request.POST}
        actions.settle_interpreter(place, by=request.viewer, **facts)
    return go_to(request, place.exhibition, _("Noted."))


@require_POST
def lead(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Somebody else leads it."""
    one = find_exhibition(request, public_id)
    require(rules.guides(request.viewer, one.student))
    form = forms_.LeadForm(request.POST, people=rules.staff_now(request.viewer), auto_id="lead_%s")
    if not form.is_valid():
        return show(request, one, lead_form=form)
    person = form.people[form.cleaned_data["person"]]
    actions.give_lead(one, person, by=request.viewer)
    return go_to(request, one, _("%(name)s leads it now.") % {"name": person.name})
