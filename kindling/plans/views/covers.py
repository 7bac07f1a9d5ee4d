"""The cover sheet: the same questions for student and family, read side by side when both are in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import Refused, go_to
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.plans import actions, rules
from kindling.plans.models import CoverSheet
from kindling.plans.queries.covers import cover_page
from kindling.plans.questions import COVER
from kindling.schools.http import ViewerRequest
from kindling.schools.viewer import Viewer


def find(request: ViewerRequest, public_id: str) -> CoverSheet:
    return get_object_or_404(rules.visible_cover_sheets(request.viewer), public_id=public_id)


@require_safe
def cover(request: ViewerRequest, public_id: str) -> HttpResponse:
    """?ask= one question; without it all of them."""
    sheet = find(request, public_id)
    context = {
        "page": cover_page(sheet, request.viewer, request.GET.get("ask", "")),
        "here": sheet.get_absolute_url(),
        "may_ask": rules.may_ask_family(request.viewer, sheet),
    }
    return render(request, "plans/cover.html", context)


@require_POST
def save(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Keep one answer."""
    sheet, edit = find(request, public_id), Edit.sent(request, COVER)
    clash = actions.write_answer(sheet, edit.field, edit.text, base=edit.base, by=request.viewer)
    to = f"{sheet.get_absolute_url()}?ask={edit.field}" if request.GET.get("ask") else sheet
    return answer_edit(request, edit, clash, label=str(COVER[edit.field].label), to=to)


@require_POST
def hand_in(request: ViewerRequest, public_id: str) -> HttpResponse:
    """My answers are ready; or (off=1) I write on."""
    sheet = find(request, public_id)
    if request.POST.get("off"):
        actions.take_back_cover(sheet, by=request.viewer)
        return go_to(request, sheet, _("You can write on."))
    sheet = actions.hand_in_cover(sheet, by=request.viewer)
    return go_to(request, sheet, handed_in(sheet))


def handed_in(sheet: CoverSheet) -> str:
    if sheet.is_open_to_both:
        return _("Thank you. Both of you are in: read each other’s answers.")
    return _("Thank you. You read each other’s answers when both are in.")


@require_POST
def ask(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Send the family a link to the questions."""
    sheet = find(request, public_id)
    count = actions.ask_family(sheet, by=request.viewer)
    text = ngettext("%(n)s letter is on its way.", "%(n)s letters are on their way.", count)
    return go_to(request, sheet, text % {"n": count})


def answer_cover_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Behind a link: the family answers in its own language, as often as it likes."""
    sheet = rules.visible_cover_sheets(viewer).first()
    if sheet is None:
        raise Http404
    if request.method == "POST" and request.POST.get("field"):
        return save_linked(request, sheet, viewer)
    wrong = hand_in_linked(request, sheet, viewer) if request.method == "POST" else ""
    if request.method == "POST" and not wrong:
        return redirect(request.door)
    context: dict[str, Any] = {
        "page": cover_page(sheet, viewer, ""), "here": request.door, "wrong": wrong,
    }  # fmt: skip
    return render(request, "plans/cover_link.html", context, status=409 if wrong else 200)


def save_linked(request: PassRequest, sheet: CoverSheet, viewer: Viewer) -> HttpResponse:
    edit = Edit.sent(request, COVER)
    clash = actions.write_answer(sheet, edit.field, edit.text, base=edit.base, by=viewer)
    label = str(COVER[edit.field].label)
    return answer_edit(request, edit, clash, label=label, to=request.door)


def hand_in_linked(request: PassRequest, sheet: CoverSheet, viewer: Viewer) -> str:
    """Hand in, or write on; what stands in the way comes back as a sentence."""
    try:
        if request.POST.get("off"):
            actions.take_back_cover(sheet, by=viewer)
        else:
            messages.success(request, handed_in(actions.hand_in_cover(sheet, by=viewer)))
    except Refused as refused:
        return str(refused)
    return ""
