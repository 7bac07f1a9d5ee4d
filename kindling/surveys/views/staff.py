"""For who writes surveys: the list, one survey, its questions, its sums."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role
from kindling.surveys import actions, rules
from kindling.surveys.forms import QuestionForm, SurveyForm
from kindling.surveys.models import Survey, SurveyQuestion
from kindling.surveys.queries.pages import survey_page

BOTH = ["GET", "HEAD", "POST"]


@require_safe
def surveys(request: ViewerRequest) -> HttpResponse:
    """The school's surveys for who writes them; what there is to answer or decide for the others."""
    viewer = request.viewer
    require(rules.may_write_surveys(viewer) or viewer.is_a(Role.STUDENT, Role.GUARDIAN))
    if not rules.may_write_surveys(viewer):
        context = {
            "to_take": list(rules.invitations_to_take(viewer)[:50]),
            "to_decide": list(rules.invitations_to_decide(viewer)[:50]),
        }
        return render(request, "surveys/mine.html", context)
    rows = rules.visible_surveys(viewer).order_by("-opens_on", "-pk")
    return render(request, "surveys/surveys.html", {"page": page_of(request, rows)})


@require_http_methods(BOTH)
def add(request: ViewerRequest) -> HttpResponse:
    """Begin a draft."""
    viewer = request.viewer
    require(rules.may_write_surveys(viewer))
    form = SurveyForm(sent(request), viewer=viewer)
    if form.is_bound and form.is_valid():
        return redirect(actions.write_survey(**form.cleaned_data, by=viewer))
    context = {"form": form, "survey": None}
    return page_or_422(request, "surveys/edit.html", context, bound=form.is_bound)


def find(request: ViewerRequest, public_id: str) -> Survey:
    require(rules.may_write_surveys(request.viewer))
    return get_object_or_404(rules.visible_surveys(request.viewer), public_id=public_id)


@require_http_methods(BOTH)
def edit(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Change whom a draft asks, when and why."""
    one, viewer = find(request, public_id), request.viewer
    form = SurveyForm(sent(request), viewer=viewer, survey=one)
    if form.is_bound and form.is_valid():
        actions.change_survey(one, **form.cleaned_data, by=viewer)
        return go_to(request, one, _("Saved."))
    context = {"form": form, "survey": one}
    return page_or_422(request, "surveys/edit.html", context, bound=form.is_bound)


@require_http_methods(BOTH)
def survey(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read one; add a question to a draft."""
    one, viewer = find(request, public_id), request.viewer
    form = QuestionForm(sent(request))
    if form.is_bound and form.is_valid():
        actions.add_question(one, **form.cleaned_data, by=viewer)
        return go_to(request, one, _("Added."))
    context = {"page": survey_page(viewer, one), "form": form}
    return page_or_422(request, "surveys/survey.html", context, bound=form.is_bound)


@require_POST
def announce(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Tell families, or let it open on its day where it asks nothing protected."""
    one = find(request, public_id)
    letters = actions.announce_survey(one, by=request.viewer)
    told = ngettext("%(num)s letter is on its way.", "%(num)s letters are on their way.", letters)
    return go_to(request, one, told % {"num": letters} if letters else _("Saved."))


@require_POST
def drop(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Ask it no more."""
    actions.drop_survey(find(request, public_id), by=request.viewer)
    return go_to(request, url("surveys:surveys"), _("Dropped."))


def find_question(request: ViewerRequest, public_id: str, key: str) -> SurveyQuestion:
    one = find(request, public_id)
    rows = rules.visible_questions(request.viewer, one).select_related("survey")
    return get_object_or_404(rows, public_id=key)


@require_POST
def remove(request: ViewerRequest, public_id: str, key: str) -> HttpResponse:
    """Take a question out."""
    question = find_question(request, public_id, key)
    actions.remove_question(question, by=request.viewer)
    return go_to(request, question.survey, _("Taken out."))


@require_POST
def clear(request: ViewerRequest, public_id: str, key: str) -> HttpResponse:
    """It sounds protected and is not."""
    question = find_question(request, public_id, key)
    actions.clear_question(question, by=request.viewer)
    return go_to(request, question.survey, _("Saved."))
