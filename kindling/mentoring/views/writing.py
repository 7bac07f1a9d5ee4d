"""Behind a mentor's link: write about an intern, or ask to be called."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kindling.conversations.actions import link_for
from kindling.kit.http import Refused, require
from kindling.kit.ids import new_public_id
from kindling.mentoring import actions, rules
from kindling.mentoring.forms import WriteForm
from kindling.passes.purposes import PassRequest
from kindling.passes.tokens import token_of
from kindling.placements.models import Placement


def write(request: PassRequest) -> HttpResponse:
    """About whom, to whom, the words; or one tap that asks for a call."""
    require(rules.is_guide(request.viewer))
    interns = list(rules.own_interns(request.viewer))
    one = _chosen(request, interns)
    if request.method != "POST" or one is None:
        return show(request, interns, one)
    return call(request, interns, one) if "call" in request.POST else say(request, interns, one)


def _chosen(request: PassRequest, interns: list[Placement]) -> Placement | None:
    named = request.GET.get("write", "")
    if not named:
        return interns[0] if len(interns) == 1 else None
    found = next((one for one in interns if one.public_id == named), None)
    if found is None:
        raise Http404
    return found


def call(request: PassRequest, interns: list[Placement], one: Placement) -> HttpResponse:
    """Please call me."""
    try:
        made = actions.ask_call(one.student, by=request.viewer)
    except Refused as no:
        messages.error(request, str(no))
        return show(request, interns, one, status=409)
    told = {"name": made.thread.keeper.name}
    messages.success(request, _("%(name)s has been asked to call you.") % told)
    return redirect(f"{request.door}?write={one.public_id}")


def say(request: PassRequest, interns: list[Placement], one: Placement) -> HttpResponse:
    """The first words, or more of them; then the conversation itself."""
    form = WriteForm(request.POST, first=one.student.first)
    if not form.is_valid():
        return show(request, interns, one, form, status=422)
    try:
        made = actions.write_about(one.student, by=request.viewer, **form.asked)
    except Refused as no:
        form.add_error(None, str(no))
        return show(request, interns, one, form, status=409)
    messages.success(request, _("Sent."))
    held = link_for(made.thread, by=request.viewer)
    return redirect(f"/p/{token_of(held)}/")


def show(
    request: PassRequest, interns: list[Placement], one: Placement | None,
    form: WriteForm | None = None, *, status: int = 200,
) -> HttpResponse:  # fmt: skip
    first = one.student.first if one else ""
    initial = {"tap": new_public_id(), "to": "staff"}
    context: dict[str, Any] = {"interns": interns, "one": one}
    context["form"] = form or WriteForm(first=first, initial=initial)
    return render(request, "mentoring/write.html", context, status=status)
