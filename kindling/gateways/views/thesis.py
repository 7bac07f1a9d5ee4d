"""A senior thesis: one page from the question to the defence."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.gateways import actions, rules
from kindling.gateways.asked import THESIS, labels
from kindling.gateways.forms.own import GuideForm, MilestoneForm
from kindling.gateways.forms.ways import ScheduleForm
from kindling.gateways.models import Milestone, Thesis
from kindling.gateways.queries import own
from kindling.gateways.views.finding import find_student
from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import go_to, page_or_422, require
from kindling.people.models import Student
from kindling.schools.http import ViewerRequest


@require_safe
def thesis(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_student(request, public_id)
    return render(request, "gateways/thesis.html", shown(request, found))


def shown(request: ViewerRequest, student: Student, **sent: Any) -> dict[str, Any]:
    """The page of a student's thesis; `sent` are forms as they came."""
    page = own.thesis_page(request.viewer, student)
    it = page.thesis
    first = {"name": it.guide, "is_outside": it.guide_is_outside} if it else {}
    forms = {
        "guide": GuideForm(initial=first), "step": MilestoneForm(),
        "schedule": ScheduleForm(exhibitions=page.exhibitions, kinds=page.kinds) if page.exhibitions or page.kinds else None,
    }  # fmt: skip
    return {"page": page, "forms": forms | sent}


def unfinished(request: ViewerRequest, student: Student, **sent: Any) -> HttpResponse:
    return page_or_422(request, "gateways/thesis.html", shown(request, student, **sent), bound=True)


@require_POST
def begin(request: ViewerRequest, public_id: str) -> HttpResponse:
    made = actions.begin_thesis(find_student(request, public_id), by=request.viewer)
    return go_to(request, made, _("Begun. Start with your question."))


@require_POST
def save(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One field of the proposal."""
    found, edit = find_thesis(request, public_id), Edit.sent(request, Thesis.FIELDS)
    clash = actions.write_thesis(found, edit.field, edit.text, base=edit.base, by=request.viewer)
    label = labels(THESIS)[edit.field]
    return answer_edit(request, edit, clash, label=label, to=found.get_absolute_url())


@require_POST
def guide(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Who helps."""
    found, form = find_thesis(request, public_id), GuideForm(request.POST)
    require(rules.is_own(request.viewer, found.student))
    if not form.is_valid():
        return unfinished(request, found.student, guide=form)
    name, outside = form.cleaned_data["name"], form.cleaned_data["is_outside"]
    actions.name_guide(found, name, is_outside=outside, by=request.viewer)
    return go_to(request, found, _("Kept."))


@require_POST
def clear(request: ViewerRequest, public_id: str) -> HttpResponse:
    """They may guide."""
    found = find_thesis(request, public_id)
    actions.clear_guide(found, request.POST.get("name", ""), by=request.viewer)
    return go_to(request, found, _("Settled."))


@require_POST
def add_step(request: ViewerRequest, public_id: str) -> HttpResponse:
    found, form = find_thesis(request, public_id), MilestoneForm(request.POST)
    require(rules.may_begin(request.viewer, found.student))
    if not form.is_valid():
        return unfinished(request, found.student, step=form)
    actions.add_milestone(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Added."))


@require_POST
def mark_step(request: ViewerRequest, public_id: str, step_id: str) -> HttpResponse:
    """Done, or not after all."""
    step = find_step(request, public_id, step_id)
    actions.mark_milestone(step, is_done=request.POST.get("on") == "1", by=request.viewer)
    return go_to(request, step.thesis, _("Kept."))


@require_POST
def drop_step(request: ViewerRequest, public_id: str, step_id: str) -> HttpResponse:
    step = find_step(request, public_id, step_id)
    actions.drop_milestone(step, by=request.viewer)
    return go_to(request, step.thesis, _("Taken out."))


@require_POST
def propose(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_thesis(request, public_id)
    actions.propose_thesis(found, by=request.viewer)
    return go_to(request, found, _("Handed in."))


@require_POST
def reopen(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_thesis(request, public_id)
    actions.reopen_thesis(found, by=request.viewer)
    return go_to(request, found, _("Open again. It takes a new yes."))


@require_POST
def answer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The adult's word on a proposal: yes, or not yet."""
    found, words = find_thesis(request, public_id), said(request)
    if request.POST.get("yes") == "1":
        actions.agree_thesis(found, words, by=request.viewer)
        return go_to(request, found, _("Agreed. The work can begin."))
    actions.give_thesis_back(found, words, by=request.viewer)
    return go_to(request, found, _("Given back."))


@require_POST
def deliver(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_thesis(request, public_id)
    actions.deliver_thesis(found, said(request), by=request.viewer)
    return go_to(request, found, _("Handed in."))


@require_POST
def schedule(request: ViewerRequest, public_id: str) -> HttpResponse:
    """This exhibition is the defence."""
    found = find_thesis(request, public_id)
    require(rules.may_guide(request.viewer, found.student))
    page = own.thesis_page(request.viewer, found.student)
    form = ScheduleForm(request.POST, exhibitions=page.exhibitions, kinds=page.kinds)
    if not form.is_valid():
        return unfinished(request, found.student, schedule=form)
    actions.schedule_defence(found, form.chosen, by=request.viewer)
    return go_to(request, found, _("Chosen. Its panel decides."))


@require_POST
def settle(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It was defended, or goes back to work."""
    found, passed = find_thesis(request, public_id), request.POST.get("yes") == "1"
    actions.settle_defence(found, said(request), is_passed=passed, by=request.viewer)
    return go_to(request, found, _("Written down."))


def said(request: ViewerRequest) -> str:
    return request.POST.get("words", "").strip()[:2000]


def find_thesis(request: ViewerRequest, public_id: str) -> Thesis:
    rows = rules.visible_theses(request.viewer)
    return get_object_or_404(rows, student__public_id=public_id)


def find_step(request: ViewerRequest, public_id: str, step_id: str) -> Milestone:
    found = find_thesis(request, public_id)
    step: Milestone = get_object_or_404(found.milestones.all(), public_id=step_id)
    step.thesis = found
    return step
