"""Delivered, judged, looked back on."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.trying import works
from kindling.projects import actions, rules
from kindling.projects.forms.judging import JudgeForm
from kindling.projects.forms.projects import RedoForm
from kindling.projects.forms.working import DeliverForm
from kindling.projects.views.projects import find, show
from kindling.schools.http import ViewerRequest


@require_POST
def deliver(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Who has it now."""
    one, by = find(request, public_id), request.viewer
    require(rules.may_work(by, one))
    form = DeliverForm(request.POST, auto_id="deliver_%s")
    if works(form, lambda: actions.deliver_project(one, by=by, **form.cleaned_data)):
        return go_to(request, one, _("Delivered. Advisor and mentor are asked for their word."))
    return show(request, one, deliver_form=form)


@require_POST
def redo(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Back to work."""
    one, by = find(request, public_id), request.viewer
    require(rules.advises(by, one))
    form = RedoForm(request.POST, auto_id="redo_%s")
    if works(form, lambda: actions.redo_project(one, form.cleaned_data["reason"], by=by)):
        return go_to(request, one, _("They read what is missing."))
    return show(request, one, redo_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One's own word, line by line; ?for=mentor notes the mentor's from the phone."""
    one, by = find(request, public_id), request.viewer
    require(rules.may_work(by, one))
    noted = request.GET.get("for") == "mentor" and rules.may_note_mentor(by, one)
    criteria, levels = rules.rubric_of(by.school)
    lines = list(rules.standards_of(one))
    form = JudgeForm(sent(request), standards=lines, criteria=criteria, levels=levels)
    if form.is_bound and works(
        form,
        lambda: actions.judge_project(
            one, form.said, words=form.cleaned_data["words"], for_mentor=noted, by=by
        ),
    ):
        return go_to(request, one, _("Your word is kept."))
    context = {"project": one, "form": form, "noted": noted}
    return page_or_422(request, "projects/judge.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def reflection(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What I take along."""
    one, by = find(request, public_id), request.viewer
    part = next((p for p in rules.members_of(one) if p.student.person_id == by.person_id), None)
    if part is None or not rules.is_member(by, one):
        raise Http404
    if request.method == "POST":
        edit = Edit.sent(request, ("reflection",))
        clash = actions.write_reflection(part, edit.text, base=edit.base, by=by)
        label = _("What I take along")
        return answer_edit(request, edit, clash, label=label, to=request.path)
    return render(request, "projects/reflection.html", {"project": one, "part": part})
