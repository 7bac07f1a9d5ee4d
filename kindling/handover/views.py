"""Hand-overs and their letters."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.handover import actions, queries, rules
from kindling.handover.forms import AgreeForm, AskForm, NextForm, StartForm
from kindling.handover.models import Handover, Letter
from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@require_safe
def handovers(request: ViewerRequest) -> HttpResponse:
    """Hand-overs one works on, letters one may read, and who left without one."""
    viewer = request.viewer
    require(rules.may_open(viewer))
    context: dict[str, Any] = {"page": page_of(request, queries.handovers_of(viewer))}
    context["letters"] = list(queries.letters_for(viewer)[:60])
    context["without"] = list(rules.left_without(viewer)[:20])
    context["may_start"] = rules.leads_lately(viewer).exists()
    return render(request, "handover/handovers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: ViewerRequest) -> HttpResponse:
    """Begin a hand-over."""
    viewer = request.viewer
    require(rules.leads_lately(viewer).exists())
    form = StartForm(sent(request), viewer=viewer, initial={"lead": request.GET.get("lead")})
    if form.is_bound and form.is_valid():
        lead = form.cleaned_data["lead"]
        facts = {name: form.cleaned_data[name] for name in ("last_on", "next")}
        made = actions.start_handover(lead.advisory, lead.person, by=viewer, **facts)
        return go_to(request, made, _("Begun. There is an empty letter for each student."))
    return page_or_422(request, "handover/start.html", {"form": form}, bound=form.is_bound)


def find_handover(request: ViewerRequest, public_id: str) -> Handover:
    return get_object_or_404(rules.visible_handovers(request.viewer), public_id=public_id)


def find(request: ViewerRequest, public_id: str) -> Letter:
    return get_object_or_404(rules.visible_letters(request.viewer), public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def handover(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How far each letter is; who takes over; who has none."""
    found = find_handover(request, public_id)
    form = NextForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        actions.name_next(found, form.cleaned_data["next"], by=request.viewer)
        return go_to(request, found, _("Saved."))
    context = {"handover": found, "form": form, "page": page_of(request, rules.letters_of(found))}
    context["without"] = list(rules.without_letter(request.viewer, found)[:60])
    return page_or_422(request, "handover/handover.html", context, bound=form.is_bound)


@require_POST
def add_letters(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_handover(request, public_id)
    actions.add_letters(found, by=request.viewer)
    return go_to(request, found, _("Saved."))


@require_safe
def letter(request: ViewerRequest, public_id: str) -> HttpResponse:
    return shown(request, find(request, public_id))


def shown(request: ViewerRequest, found: Letter, **forms: Any) -> HttpResponse:
    """One letter: to write, to read and answer, or to take over."""
    viewer = request.viewer
    context: dict[str, Any] = {"letter": found, "shown": queries.shown_of(viewer, found)}
    context["is_mine"] = rules.is_about(viewer, found)
    context["may_write"] = rules.may_write(viewer, found)
    context["may_take"] = rules.may_take(viewer, found) and found.taken_at is None
    context["draft"] = queries.draft_of(found) if found.state in Letter.OPEN else []
    context |= {"ask_form": AskForm(), "agree_form": AgreeForm()} | forms
    bound = any(form.is_bound for form in forms.values())
    return page_or_422(request, "handover/letter.html", context, bound=bound)


@require_POST
def save(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One part of the draft."""
    found = find(request, public_id)
    require(rules.may_write(request.viewer, found))
    edit = Edit.sent(request, Letter.FIELDS)
    clash = actions.save_text(found, edit.field, edit.text, base=edit.base, by=request.viewer)
    return answer_edit(request, edit, clash, label=str(queries.PROMPTS[edit.field]), to=found)


@require_POST
def show(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.show_letter(found, by=request.viewer)
    return go_to(request, found, _("A letter tells them that they can read it."))


@require_POST
def ask(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The student asks for a change."""
    found = find(request, public_id)
    require(rules.is_about(request.viewer, found))
    form = AskForm(request.POST)
    if not form.is_valid():
        return shown(request, found, ask_form=form)
    actions.ask_for_change(found, text=form.cleaned_data["text"], by=request.viewer)
    return go_to(request, found, _("Asked. You read it again before anybody else does."))


@require_POST
def agree(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The student agrees, with words of their own."""
    found = find(request, public_id)
    require(rules.is_about(request.viewer, found))
    form = AgreeForm(request.POST)
    if not form.is_valid():
        return shown(request, found, agree_form=form)
    actions.agree_to_letter(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Thank you. Your next advisor reads it."))


@require_POST
def take(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.take_letter(found, by=request.viewer)
    return go_to(request, found, _("Saved."))
