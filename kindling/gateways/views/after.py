"""The plan after school, and how each choice stands."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.gateways import actions, rules
from kindling.gateways.asked import AFTER, labels
from kindling.gateways.forms.own import ChoiceForm, MoveForm, PathwayForm
from kindling.gateways.models import AfterPlan, Choice
from kindling.gateways.queries import own
from kindling.gateways.views.finding import find_student
from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import go_to, page_or_422, require
from kindling.people.models import Student
from kindling.schools.http import ViewerRequest


@require_safe
def after(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_student(request, public_id)
    return render(request, "gateways/after.html", shown(request, found))


def shown(request: ViewerRequest, student: Student, **sent: Any) -> dict[str, Any]:
    """The page of a plan after school; `sent` are forms as they came."""
    page = own.after_page(request.viewer, student)
    it = page.plan
    first = {"pathway": it.pathway, "second": it.second} if it else {}
    moves = page.choices if page.is_own or page.may_guide else []
    forms = {
        "way": PathwayForm(initial=first), "choice": ChoiceForm(),
        "move": {one.pk: MoveForm.of(one) for one in moves},
    }  # fmt: skip
    return {"page": page, "forms": forms | sent}


def unfinished(request: ViewerRequest, student: Student, **sent: Any) -> HttpResponse:
    return page_or_422(request, "gateways/after.html", shown(request, student, **sent), bound=True)


@require_POST
def begin(request: ViewerRequest, public_id: str) -> HttpResponse:
    made = actions.begin_after(find_student(request, public_id), by=request.viewer)
    return go_to(request, made, _("Begun. Start with where you want to be."))


@require_POST
def save(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One field."""
    found, edit = find_after(request, public_id), Edit.sent(request, AfterPlan.FIELDS)
    clash = actions.write_after(found, edit.field, edit.text, base=edit.base, by=request.viewer)
    label = labels(AFTER)[edit.field]
    return answer_edit(request, edit, clash, label=label, to=found.get_absolute_url())


@require_POST
def choose(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The first way, and the second."""
    found, form = find_after(request, public_id), PathwayForm(request.POST)
    require(rules.is_own(request.viewer, found.student))
    if not form.is_valid():
        return unfinished(request, found.student, way=form)
    actions.choose_pathway(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Kept."))


@require_POST
def add_choice(request: ViewerRequest, public_id: str) -> HttpResponse:
    found, form = find_after(request, public_id), ChoiceForm(request.POST)
    require(rules.may_begin(request.viewer, found.student))
    if not form.is_valid():
        return unfinished(request, found.student, choice=form)
    actions.add_choice(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Added."))


@require_POST
def move_choice(request: ViewerRequest, public_id: str, choice_id: str) -> HttpResponse:
    """How it stands, and what is next."""
    found = find_after(request, public_id)
    require(rules.may_begin(request.viewer, found.student))
    one = find_choice(found, choice_id)
    form = MoveForm.of(one, request.POST)
    if not form.is_valid():
        context = shown(request, found.student)
        context["forms"]["move"][one.pk] = form
        return page_or_422(request, "gateways/after.html", context, bound=True)
    actions.move_choice(one, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Kept."))


@require_POST
def do_step(request: ViewerRequest, public_id: str, choice_id: str) -> HttpResponse:
    """The next step is done."""
    found = find_after(request, public_id)
    actions.do_next_step(find_choice(found, choice_id), by=request.viewer)
    return go_to(request, found, _("Done. What is next?"))


@require_POST
def hand_in(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_after(request, public_id)
    actions.hand_in_after(found, by=request.viewer)
    return go_to(request, found, _("Handed in."))


@require_POST
def answer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The adult's word: agreed, or not yet."""
    found = find_after(request, public_id)
    if request.POST.get("yes") == "1":
        actions.agree_after(found, by=request.viewer)
        return go_to(request, found, _("Agreed."))
    words = request.POST.get("words", "").strip()[:2000]
    actions.give_after_back(found, words, by=request.viewer)
    return go_to(request, found, _("Given back."))


@require_POST
def reopen(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_after(request, public_id)
    actions.reopen_after(found, by=request.viewer)
    return go_to(request, found, _("Open again. It takes a new yes."))


def find_after(request: ViewerRequest, public_id: str) -> AfterPlan:
    rows = rules.visible_after_plans(request.viewer)
    return get_object_or_404(rows, student__public_id=public_id)


def find_choice(plan: AfterPlan, choice_id: str) -> Choice:
    one: Choice = get_object_or_404(plan.choices.all(), public_id=choice_id)
    one.plan = plan
    return one
