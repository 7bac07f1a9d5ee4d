"""What is asked: read by everybody, written as a draft, published for good."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.gateways import actions, rules
from kindling.gateways.forms.checklists import BeginForm, ChecklistForm, LineForm
from kindling.gateways.models import Checklist
from kindling.gateways.views.finding import BOTH, find_checklist
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest

NAMES = ("title", "text", "kind", "grade")


@require_http_methods(BOTH)
def checklists(request: ViewerRequest) -> HttpResponse:
    """All of them, and a new one."""
    viewer = request.viewer
    may_write = rules.may_write_checklists(viewer)
    require(may_write or rules.may_see_audit(viewer))
    form = BeginForm(sent(request)) if may_write else None
    if form and form.is_bound and form.is_valid():
        made = actions.begin_checklist(form.chosen, grade=form.cleaned_data["grade"], by=viewer)
        return go_to(request, made, _("A draft. Change it, then put it in use."))
    require(may_write or request.method != "POST")
    rows = rules.visible_checklists(viewer).order_by("state", "kind", "grade", "-version", "pk")
    context = {"page": page_of(request, rows), "form": form}
    bound = bool(form and form.is_bound)
    return page_or_422(request, "gateways/checklists.html", context, bound=bound)


@require_http_methods(BOTH)
def checklist(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One version: read it; a draft can be changed."""
    found = find_checklist(request, public_id)
    if request.method != "POST":
        return render(request, "gateways/checklist.html", shown(request, found))
    form = ChecklistForm(request.POST)
    if not form.is_valid():
        return unfinished(request, found, about=form)
    actions.change_checklist(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Saved."))


def shown(request: ViewerRequest, found: Checklist, **forms: Any) -> dict[str, Any]:
    """The page of one version."""
    may_write = rules.may_write_checklists(request.viewer)
    usual = {
        "about": ChecklistForm(initial={name: getattr(found, name) for name in NAMES}),
        "line": LineForm(),
    }
    return {
        "checklist": found, "lines": list(rules.lines_of([found.pk])), "may_write": may_write,
        "may_change": may_write and found.state == Checklist.State.DRAFT, "forms": usual | forms,
    }  # fmt: skip


def unfinished(request: ViewerRequest, found: Checklist, **forms: Any) -> HttpResponse:
    context = shown(request, found, **forms)
    return page_or_422(request, "gateways/checklist.html", context, bound=True)


@require_POST
def add_line(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One more thing."""
    found, form = find_checklist(request, public_id), LineForm(request.POST)
    if not form.is_valid():
        return unfinished(request, found, line=form)
    actions.add_line(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Added."))


@require_http_methods(BOTH)
def line(request: ViewerRequest, public_id: str, asked_id: str) -> HttpResponse:
    """Change one line of a draft."""
    found = find_checklist(request, public_id)
    one = get_object_or_404(rules.lines_of([found.pk]), public_id=asked_id)
    require(rules.may_write_checklists(request.viewer))
    first = {name: getattr(one, name) for name in ("kind", "amount", "title", "text")}
    form = LineForm(sent(request), initial=first)
    if form.is_bound and form.is_valid():
        actions.change_line(one, by=request.viewer, **form.cleaned_data)
        return go_to(request, found, _("Saved."))
    context = {"form": form, "checklist": found, "line": one}
    return page_or_422(request, "gateways/line.html", context, bound=form.is_bound)


@require_POST
def remove_line(request: ViewerRequest, public_id: str, asked_id: str) -> HttpResponse:
    found = find_checklist(request, public_id)
    one = get_object_or_404(rules.lines_of([found.pk]), public_id=asked_id)
    actions.remove_line(one, by=request.viewer)
    return go_to(request, found, _("Taken out."))


@require_POST
def publish(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_checklist(request, public_id)
    actions.publish_checklist(found, by=request.viewer)
    return go_to(request, found, _("In use now. Students see it."))


@require_POST
def next_version(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_checklist(request, public_id)
    made = actions.start_version(found, by=request.viewer)
    return go_to(request, made, _("A draft. Change it, then put it in use."))


@require_POST
def retire(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_checklist(request, public_id)
    actions.retire_checklist(found, by=request.viewer)
    return go_to(request, found, _("Nobody new is asked for it."))
