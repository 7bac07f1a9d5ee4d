"""Leaders write what is asked, look at it as it will be, and ask it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.questions import actions, rules
from kindling.questions.forms import PackForm, QuestionForm
from kindling.questions.models import Pack, Question
from kindling.questions.queries.packs import pack_page
from kindling.schools.http import ViewerRequest


@require_safe
def pack_list(request: ViewerRequest) -> HttpResponse:
    """All packs, those that end last first."""
    require(rules.may_edit(request.viewer))
    page = page_of(request, rules.visible_packs(request.viewer))
    return render(request, "questions/packs.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def make_pack(request: ViewerRequest) -> HttpResponse:
    require(rules.may_edit(request.viewer))
    today = request.school.today()
    form = PackForm(sent(request), viewer=request.viewer, initial={"starts_on": today})
    made: list[Pack] = []

    def act() -> None:
        made.append(actions.make_pack(**form.cleaned_data, by=request.viewer))

    if works(form, act):
        return go_to(request, made[0], _("Now write the questions."))
    context = {"form": form, "title": _("New questions"), "pack": None}
    return page_or_422(request, "questions/edit.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def change_pack(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    advisory = found.advisory.public_id if found.advisory else ""
    form = PackForm(
        sent(request), viewer=request.viewer, initial={**vars(found), "advisory": advisory}
    )
    if works(form, lambda: actions.change_pack(found, **form.cleaned_data, by=request.viewer)):
        return go_to(request, found, _("Saved."))
    context = {"form": form, "title": found.label, "pack": found}
    return page_or_422(request, "questions/edit.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def pack(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A pack as students and mentors will see it; POST adds a question."""
    found = find(request, public_id)
    form = QuestionForm(sent(request))
    if works(form, lambda: actions.add_question(found, **form.cleaned_data, by=request.viewer)):
        return go_to(request, found, _("Added."))
    context = {"page": pack_page(found), "form": form}
    return page_or_422(request, "questions/pack.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def change_question(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Other words: what was asked before keeps its own."""
    question = find_question(request, public_id)
    said = {**vars(question), "options": "\n".join(question.options)}
    form = QuestionForm(sent(request), initial=said)

    def act() -> None:
        actions.change_question(question, **form.cleaned_data, by=request.viewer)

    if works(form, act):
        return go_to(request, question.pack, _("Saved."))
    context = {"form": form, "question": question}
    return page_or_422(request, "questions/question.html", context, bound=form.is_bound)


@require_POST
def retire_question(request: ViewerRequest, public_id: str) -> HttpResponse:
    question = find_question(request, public_id)
    actions.retire_question(question, by=request.viewer)
    return go_to(request, question.pack, _("It is asked no more."))


@require_POST
def publish_pack(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.publish_pack(found, by=request.viewer)
    return go_to(request, found, _("It is asked from its first day on."))


@require_POST
def end_pack(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.end_pack(found, by=request.viewer)
    return go_to(request, found, _("It is asked no more. The answers stay."))


@require_safe
def answers(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What was answered, the newest first."""
    found = find(request, public_id)
    page = page_of(request, rules.answers_given(found))
    return render(request, "questions/answers.html", {"pack": found, "page": page})


def find(request: ViewerRequest, public_id: str) -> Pack:
    found: Pack = get_object_or_404(rules.visible_packs(request.viewer), public_id=public_id)
    return found


def find_question(request: ViewerRequest, public_id: str) -> Question:
    rows = rules.visible_questions(request.viewer)
    found: Question = get_object_or_404(rows, public_id=public_id)
    return found


def works(form: django_forms.Form, act: Callable[[], Any]) -> bool:
    """Act on a form that was sent and is right; what the action minds becomes the form's error."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        act()
    except ValidationError as wrong:
        form.add_error(None, wrong)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    else:
        return True
    return False
