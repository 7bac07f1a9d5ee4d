"""Classes that mentors asked to come."""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import go_to, require
from kindling.kit.paging import page_of
from kindling.kit.trying import works
from kindling.mentoring import actions, rules
from kindling.mentoring.forms import AgreeForm, AnswerForm
from kindling.mentoring.models import ClassVisit
from kindling.schools.http import ViewerRequest


def find(request: ViewerRequest, public_id: str) -> ClassVisit:
    return get_object_or_404(rules.visible_visits(request.viewer), public_id=public_id)


@require_safe
def visits(request: ViewerRequest) -> HttpResponse:
    require(rules.may_see_mentors(request.viewer))
    page = page_of(request, rules.visible_visits(request.viewer))
    return render(request, "mentoring/visits.html", {"page": page})


@require_safe
def visit(request: ViewerRequest, public_id: str) -> HttpResponse:
    return show_one(request, find(request, public_id))


def show_one(request: ViewerRequest, it: ClassVisit, **bound: Form) -> HttpResponse:
    context: dict[str, Any] = {
        "it": it, "answers": rules.may_answer_visit(request.viewer, it),
        "agree_form": AgreeForm(auto_id="agree_%s"), "answer_form": AnswerForm(auto_id="answer_%s"),
    }  # fmt: skip
    status = 422 if bound else 200
    return render(request, "mentoring/visit.html", context | bound, status=status)


@require_POST
def agree(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Agree on a day."""
    it, form = find(request, public_id), AgreeForm(request.POST, auto_id="agree_%s")
    require(rules.may_answer_visit(request.viewer, it))
    by = request.viewer
    if works(form, lambda: actions.agree_visit(it, by=by, **form.cleaned_data)):
        return go_to(request, it, _("Agreed. They have been told."))
    return show_one(request, it, agree_form=form)


@require_POST
def decline(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Not now."""
    it, form = find(request, public_id), AnswerForm(request.POST, auto_id="answer_%s")
    require(rules.may_answer_visit(request.viewer, it))
    if not form.is_valid():
        return show_one(request, it, answer_form=form)
    actions.decline_visit(it, form.cleaned_data["answer"], by=request.viewer)
    return go_to(request, it, _("Answered."))
