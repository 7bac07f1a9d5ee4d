"""One's own form: the same page for who signs in and behind a link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kindling.kit.addresses import url
from kindling.kit.http import Refused
from kindling.panels import actions, rules
from kindling.panels.actions.scoring import Kept
from kindling.panels.forms import SheetForm
from kindling.panels.merging import base_of
from kindling.panels.models import Form, Panel
from kindling.panels.queries.room import sheet_page
from kindling.panels.views.finding import find
from kindling.passes.purposes import PassRequest
from kindling.schools.http import ViewerRequest
from kindling.ui.format import clock


@dataclass(frozen=True)
class Place:
    """Where a form stands: its template, and the address it is sent to and shown at."""

    template: str
    here: str


@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read, keep, hand in, take back."""
    panel = find(request, public_id)
    if not rules.part_in(request.viewer, panel.exhibition):
        raise Http404
    place = Place("panels/sheet.html", url("panels:sheet", public_id))
    if request.method == "POST":
        return take(request, panel, place)
    return show(request, panel, place)


def show(
    request: ViewerRequest | PassRequest, panel: Panel, place: Place, *, status: int = 200,
    values: dict[str, str] | None = None, **more: Any,
) -> HttpResponse:  # fmt: skip
    """The form. `values`: what was typed and not kept."""
    context = {
        "page": sheet_page(panel, request.viewer, values), "here": place.here, "panel": panel,
        "exhibition": panel.exhibition, **more,
    }  # fmt: skip
    return render(request, place.template, context, status=status)


def take(request: ViewerRequest | PassRequest, panel: Panel, place: Place) -> HttpResponse:
    """Do what was sent. Our script asks for JSON; a plain form gets a page."""
    is_script = "application/json" in request.headers.get("Accept", "")
    if request.POST.get("do") == "back":
        actions.take_back_form(panel, by=request.viewer)
        messages.success(request, _("Your form is open again. Hand it in when it is right."))
        return redirect(place.here)
    form = SheetForm(request.POST, sheet=panel.sheet)
    if not form.is_valid():
        return wrong(request, panel, form, place, is_script=is_script)
    act = actions.send_form if request.POST.get("do") == "send" else actions.save_form
    try:
        kept = act(panel, form.sent, by=request.viewer)
    except Refused as refused:
        if is_script:
            return JsonResponse({"detail": str(refused)}, status=409)
        values = form.sent.values
        return show(request, panel, place, status=409, values=values, problem=str(refused))
    return told(request, panel, kept, place, is_script=is_script)


def wrong(
    request: ViewerRequest | PassRequest, panel: Panel, form: SheetForm, place: Place, *, is_script: bool
) -> HttpResponse:  # fmt: skip
    """Longer than a field holds, or a level that is none: nothing was kept."""
    problem = _(
        "Something here is too long or no level of this sheet. Shorten it, then save again."
    )
    if is_script:
        return JsonResponse({"detail": problem}, status=422)
    values = {name: str(form.data.get(name, "")) for name in form.fields}
    return show(request, panel, place, status=422, values=values, problem=problem)


def told(
    request: ViewerRequest | PassRequest, panel: Panel, kept: Kept, place: Place, *, is_script: bool
) -> HttpResponse:  # fmt: skip
    """What became of it: kept, handed in, or kept and why it was not handed in."""
    asked_to_send = request.POST.get("do") == "send"
    problem = why_not(kept) if asked_to_send or kept.merged.clashes else ""
    if is_script:
        return JsonResponse(facts(kept, problem, place.here), status=409 if problem else 200)
    if problem:
        return show(request, panel, place, status=409, problem=problem)
    messages.success(request, said(kept))
    return redirect(place.here)


def why_not(kept: Kept) -> str:
    if kept.merged.clashes:
        return _(
            "You wrote on another device, too. Both are here now, nothing is lost. Read it once, "
            "then hand it in."
        )
    if kept.unsaid:
        titles = ", ".join(kept.unsaid)
        return _("Choose a level for %(what)s, or say that you could not see it.") % {
            "what": titles
        }
    return ""


def said(kept: Kept) -> str:
    if kept.form.state == Form.State.SENT:
        return _("Your form is in.")
    if kept.form.state == Form.State.LATE:
        return _("The scoring is closed. Your form is kept as a comment.")
    return _("Saved.")


def facts(kept: Kept, problem: str, to: str) -> dict[str, Any]:
    """What the script needs to go on: every field as it is kept, and its new base."""
    values = kept.merged.values
    now = clock(kept.form.school.now())
    return {
        "said": said(kept) if kept.is_sent else _("Saved %(time)s.") % {"time": now},
        "detail": problem, "values": values, "to": to if kept.is_sent else "",
        "bases": {name: base_of(name, value) for name, value in values.items()},
    }  # fmt: skip
