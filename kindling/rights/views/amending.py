"""Have something put right: ask, answer, hear, attach."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.people.models import Student
from kindling.rights import actions, rules
from kindling.rights.forms import AmendForm, AnswerForm, HearingForm, OutcomeForm, StatementForm
from kindling.rights.models import Amendment
from kindling.rights.views.asking import find_askable
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Say what is wrong; `?about=` names the row."""
    student: Student = find_askable(request, public_id)
    require(rules.may_amend(request.viewer, student))
    about = request.POST.get("about") or request.GET.get("about", "")
    part = rules.part_of_record(student, about) if about else None
    form = AmendForm(sent(request), initial={"about": about if part else ""})
    if form.is_bound and form.is_valid():
        made = actions.ask_amendment(student, **form.cleaned_data, by=request.viewer)
        return go_to(request, made, _("Asked. You hear from the school."))
    context = {"form": form, "student": student, "part": part}
    return page_or_422(request, "rights/amend.html", context, bound=form.is_bound)


@require_safe
def amendment(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How far it is, and what one may do next."""
    return shown(request, find(request, public_id))


@require_POST
def answer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The school puts it right, or says why not."""
    found, form = find(request, public_id), AnswerForm(request.POST)
    require(rules.may_answer_amendment(request.viewer, found))
    if not form.is_valid():
        return shown(request, found, answer=form)
    act = {"agree": actions.agree_to_amend, "refuse": actions.refuse_to_amend}
    act[form.cleaned_data["said"]](found, form.cleaned_data["words"], by=request.viewer)
    return go_to(request, found, _("Answered."))


@require_POST
def ask_hearing(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Who was refused wants to be heard."""
    found = find(request, public_id)
    actions.ask_hearing(found, by=request.viewer)
    return go_to(request, found, _("Asked. The school gives you a day."))


@require_POST
def plan_hearing(request: ViewerRequest, public_id: str) -> HttpResponse:
    """When, where, who hears it."""
    found = find(request, public_id)
    require(rules.may_answer_amendment(request.viewer, found))
    form = hearing_form(request, found)
    if not form.is_valid():
        return shown(request, found, hearing=form)
    actions.plan_hearing(found, **form.planned, by=request.viewer)
    return go_to(request, found, _("Both sides have a letter."))


@require_POST
def decide_hearing(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Who was there, and what was decided."""
    found, form = find(request, public_id), OutcomeForm(request.POST)
    require(rules.may_hear(request.viewer, found))
    if not form.is_valid():
        return shown(request, found, outcome=form)
    actions.decide_hearing(found, **form.cleaned_data, by=request.viewer)
    return go_to(request, found, _("Written down."))


@require_POST
def attach(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Their own words beside the record."""
    found, form = find(request, public_id), StatementForm(request.POST)
    require(rules.may_go_on(request.viewer, found))
    if not form.is_valid():
        return shown(request, found, statement=form)
    actions.attach_words(found, form.cleaned_data["words"], by=request.viewer)
    return go_to(request, found, _("Attached. It goes along from now on."))


@require_POST
def withdraw(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Let it be."""
    found = find(request, public_id)
    actions.withdraw_amendment(found, by=request.viewer)
    return go_to(request, found, _("Taken back."))


def shown(request: ViewerRequest, found: Amendment, **forms: object) -> HttpResponse:
    """The page; with a form that could not be taken it is a 422."""
    viewer = request.viewer
    answers = rules.may_answer_amendment(viewer, found)
    hearing = (
        HearingForm(people=rules.who_may_hear(found), zone=viewer.school.zone) if answers else None
    )
    context = {
        "asked": found, "answers": answers, "hears": rules.may_hear(viewer, found),
        "goes_on": rules.may_go_on(viewer, found),
        "is_mine": found.asked_by_id == viewer.person_id,
        "answer": AnswerForm(), "outcome": OutcomeForm(), "statement": StatementForm(),
        "hearing": hearing, **forms,
    }  # fmt: skip
    return render(request, "rights/amendment.html", context, status=422 if forms else 200)


def hearing_form(request: ViewerRequest, found: Amendment) -> HearingForm:
    people, zone = rules.who_may_hear(found), request.viewer.school.zone
    return HearingForm(request.POST, people=people, zone=zone)


def find(request: ViewerRequest, public_id: str) -> Amendment:
    return get_object_or_404(rules.visible_amendments(request.viewer), public_id=public_id)
