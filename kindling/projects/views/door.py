"""Behind a mentor's link: one project, first names, and nothing else of anybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kindling.kit.http import Refused
from kindling.kit.trying import works
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.projects import actions, rules
from kindling.projects.forms.judging import JudgeForm
from kindling.projects.forms.projects import ReturnForm, StandardForm, SuggestForm, YesForm
from kindling.projects.forms.working import CheckForm, WordsForm
from kindling.projects.models import FIELDS, Project
from kindling.projects.queries.door import door_page
from kindling.projects.words import WORDS
from kindling.schools.viewer import Viewer

type Act = tuple[str, Form, Callable[[], object]]


def look_at_project_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Read the proposal, suggest a line, say yes; later a word to a draft, and the judgement."""
    project = rules.visible_projects(viewer).for_list().first()
    if project is None:
        raise Http404
    if request.method != "POST":
        return show(request, project)
    name, form, act = _act(request, project, viewer)
    try:
        if works(form, act):
            messages.success(request, _("Thank you. The school can see it."))
            return redirect(request.door)
    except Refused as refused:
        form.add_error(None, str(refused))
        return show(request, project, status=409, **{name: form})
    return show(request, project, status=422, **{name: form})


def _act(request: PassRequest, project: Project, by: Viewer) -> Act:
    """Which form was sent, and what it does."""
    do = DOES.get(request.POST.get("do", ""))
    if do is None:
        raise Http404
    return do(request, project, by)


def _yes(request: PassRequest, project: Project, by: Viewer) -> Act:
    form = YesForm(request.POST, auto_id="yes_%s")
    return (
        "yes_form", form, lambda: actions.approve_project(project, by=by, **form.cleaned_data)
    )  # fmt: skip


def _no(request: PassRequest, project: Project, by: Viewer) -> Act:
    form = ReturnForm(request.POST, auto_id="return_%s")
    return (
        "return_form", form, lambda: actions.return_project(project, by=by, **form.cleaned_data)
    )  # fmt: skip


def _suggest(request: PassRequest, project: Project, by: Viewer) -> Act:
    field = request.POST.get("field", "")
    if field not in FIELDS:
        raise Http404
    form = SuggestForm(request.POST, auto_id=f"{field}_%s")
    return (
        "suggest_form", form,
        lambda: actions.suggest_words(project, field, form.cleaned_data["words"], by=by),
    )  # fmt: skip


def _line(request: PassRequest, project: Project, by: Viewer) -> Act:
    form = StandardForm(request.POST, auto_id="standard_%s")
    return (
        "standard_form", form,
        lambda: actions.add_standard(project, form.cleaned_data["words"], by=by),
    )  # fmt: skip


def _feedback(request: PassRequest, project: Project, by: Viewer) -> Act:
    asked = request.POST.get("draft", "")
    shown = (one for one in rules.drafts_of(project) if one.for_mentor)
    draft = next((one for one in shown if one.public_id == asked), None)
    if draft is None:
        raise Http404
    form = WordsForm(request.POST, auto_id="feedback_%s")
    return (
        "feedback_form", form,
        lambda: actions.give_feedback(draft, form.cleaned_data["words"], by=by),
    )  # fmt: skip


def _check(request: PassRequest, project: Project, by: Viewer) -> Act:
    form = CheckForm(request.POST, auto_id="check_%s")
    return "check_form", form, lambda: actions.note_check(project, by=by, **form.cleaned_data)


def _judge(request: PassRequest, project: Project, by: Viewer) -> Act:
    form = _judge_form(project, request.POST)
    return (
        "judge_form", form,
        lambda: actions.judge_project(
            project, form.said, words=form.cleaned_data["words"], by=by
        ),
    )  # fmt: skip


def _judge_form(project: Project, sent: Any = None) -> JudgeForm:
    criteria, levels = rules.rubric_of(project.school)
    lines = list(rules.standards_of(project))
    return JudgeForm(sent, standards=lines, criteria=criteria, levels=levels, auto_id="judge_%s")


DOES: dict[str, Callable[[PassRequest, Project, Viewer], Act]] = {
    "yes": _yes, "return": _no, "suggest": _suggest, "standard": _line, "feedback": _feedback,
    "check": _check, "judge": _judge,
}  # fmt: skip


def show(
    request: PassRequest, project: Project, *, status: int = 200, **bound: Form
) -> HttpResponse:
    """The page, with the forms that would work now."""
    judges = project.state in ("delivered", "judged")
    seen = {"seen": project.stamp}
    empty: dict[str, Any] = {
        "yes_form": YesForm(initial=seen, auto_id="yes_%s"),
        "return_form": ReturnForm(initial=seen, auto_id="return_%s"),
        "standard_form": StandardForm(auto_id="standard_%s"),
        "check_form": CheckForm(auto_id="check_%s"),
        "feedback_form": WordsForm(auto_id="feedback_%s"),
        "judge_form": _judge_form(project) if judges and not bound.get("judge_form") else None,
    }
    page = door_page(request.viewer, project)
    bound.get("yes_form", empty["yes_form"]).fields["standard"].required = not page.standards
    context = {
        "page": page, "project": project, "lines": WORDS,
        "judges": judges, "suggest_form": None, **empty, **bound,
    }  # fmt: skip
    return render(request, "projects/door.html", context, status=status)
