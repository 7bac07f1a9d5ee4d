"""Draw a sample, mark it blind, open it, settle, record."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.evidence.rules import may_open_file
from kindling.judgements.rules import sample_percent
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.moderation import actions, queries, rules
from kindling.moderation.forms import AnswerForm, DrawForm, MarkForm, RecordForm, SettleForm
from kindling.moderation.models import Sampled, Sitting
from kindling.schools.http import ViewerRequest
from kindling.uploads.answering import upload_answer


@require_safe
def sittings(request: ViewerRequest) -> HttpResponse:
    """All sittings one may open."""
    require(request.viewer.is_a(*rules.JUDGES) and not request.viewer.purpose)
    page = page_of(request, queries.sitting_lines(request.viewer))
    context = {"page": page, "may_draw": rules.may_draw(request.viewer)}
    return render(request, "moderation/sittings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def draw(request: ViewerRequest) -> HttpResponse:
    """Begin a sitting."""
    viewer = request.viewer
    require(rules.may_draw(viewer))
    people = list(rules.markers_to_choose(viewer.school)[:200])
    form = DrawForm(
        sent(request), viewer=viewer, people=people, percent=sample_percent(viewer.school)
    )
    if form.is_bound and form.is_valid():
        made = actions.draw_sitting(by=viewer, **form.cleaned_data)
        return go_to(request, made, _("Drawn. Everybody finds theirs in their inbox."))
    return page_or_422(request, "moderation/draw.html", {"form": form}, bound=form.is_bound)


@require_safe
def sitting(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    return render(request, "moderation/sitting.html", shown(request, found))


def shown(request: ViewerRequest, found: Sitting, form: RecordForm | None = None) -> dict[str, Any]:
    """The page of a sitting; `form` is the record that was sent."""
    page = queries.sitting_page(request.viewer, found)
    if form is None and page.may_record and found.state == Sitting.State.TALKING:
        form = _record_form(request)
    return {"page": page, "form": form, "words_of": queries.words_of}


def _record_form(request: ViewerRequest) -> RecordForm:
    people = list(rules.school_people(request.viewer.school)[:200])
    first = {"held_on": request.viewer.school.today()}
    return RecordForm(sent(request), people=people, initial=first)


@require_POST
def open_sitting(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Show everybody all marks."""
    found = find(request, public_id)
    actions.open_sitting(found, anyway="anyway" in request.POST, by=request.viewer)
    return go_to(request, found, _("Open. Talk first about what differs most."))


@require_POST
def record_sitting(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    require(rules.may_record(request.viewer, found))
    form = _record_form(request)
    if not form.is_valid():
        context = shown(request, found, form)
        return page_or_422(request, "moderation/sitting.html", context, bound=True)
    actions.record_sitting(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Recorded."))


@require_safe
def sampled(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One judgement of a sitting."""
    found = find_sampled(request, public_id)
    return render(request, "moderation/sampled.html", shown_sampled(request, found))


def shown_sampled(request: ViewerRequest, found: Sampled, **forms: Any) -> dict[str, Any]:
    """The page of one judgement; `forms` are those that were sent."""
    page = queries.sampled_page(request.viewer, found)
    known = {"outcome": found.outcome, "note": found.note}
    usual: dict[str, Any] = {
        "mark": MarkForm(levels=page.levels) if page.may_mark else None,
        "settle": SettleForm(initial=known) if page.may_settle else None,
        "answer": AnswerForm() if page.may_answer else None,
    }
    return {"page": page, "forms": usual | forms}


@require_POST
def mark(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Mark it blind."""
    found = find_sampled(request, public_id)
    form = MarkForm(request.POST, levels=queries.sampled_page(request.viewer, found).levels)
    if not form.is_valid():
        return unfinished(request, found, mark=form)
    actions.mark_sampled(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found.sitting, _("Kept."))


@require_POST
def settle(request: ViewerRequest, public_id: str) -> HttpResponse:
    found, form = find_sampled(request, public_id), SettleForm(request.POST)
    if not form.is_valid():
        return unfinished(request, found, settle=form)
    actions.settle_sampled(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found.sitting, _("Kept."))


@require_POST
def answer(request: ViewerRequest, public_id: str) -> HttpResponse:
    found, form = find_sampled(request, public_id), AnswerForm(request.POST)
    if not form.is_valid():
        return unfinished(request, found, answer=form)
    actions.answer_sampled(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Kept."))


@require_safe
def piece(request: ViewerRequest, public_id: str, piece_id: str) -> HttpResponseBase:
    """The file of a piece, for who marks."""
    rows = rules.pieces_of(find_sampled(request, public_id))
    found = get_object_or_404(rows, public_id=piece_id)
    if found.upload is None or not may_open_file(request.viewer, found):
        raise Http404
    return upload_answer(request, found.upload, download=False)


def unfinished(request: ViewerRequest, found: Sampled, **forms: Any) -> HttpResponse:
    context = shown_sampled(request, found, **forms)
    return page_or_422(request, "moderation/sampled.html", context, bound=True)


def find(request: ViewerRequest, public_id: str) -> Sitting:
    return get_object_or_404(rules.visible_sittings(request.viewer), public_id=public_id)


def find_sampled(request: ViewerRequest, public_id: str) -> Sampled:
    return get_object_or_404(rules.visible_sampled(request.viewer), public_id=public_id)
