"""Asking for a meeting, signed in; and what the advisor does about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kindling.families import actions, rules
from kindling.families.forms import SettleForm
from kindling.families.models import MeetingWish
from kindling.families.views.acting import act, empty_forms
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest
from kindling.ui.format import clock, day


@require_http_methods(["GET", "HEAD", "POST"])
def meet(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A family asks to meet about one child."""
    viewer = request.viewer
    require(rules.is_family(viewer))
    student = get_object_or_404(rules.children_to_meet(viewer), public_id=public_id)
    told, status, forms = "", 200, empty_forms(viewer)
    if request.method == "POST":
        told, status, forms = act(request, viewer)
    if told:
        messages.success(request, told)
        return redirect("families:meet", public_id)
    wishes = rules.own_wishes(viewer).filter(student=student)[:10]
    context = {"student": student, "form": forms["wish"], "wishes": wishes}
    return render(request, "families/meet.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def wish(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The advisor books one of the times, or answers."""
    viewer = request.viewer
    found = get_object_or_404(rules.visible_wishes(viewer), public_id=public_id)
    may_settle = rules.may_settle_wish(viewer, found) and found.state == MeetingWish.State.OPEN
    form = SettleForm(sent(request), times=in_words(found))
    if form.is_bound and form.is_valid():
        return settle(request, found, form)
    context: dict[str, Any] = {"wish": found, "times": in_words(found)}
    context["form"] = form if may_settle else None
    return page_or_422(request, "families/wish.html", context, bound=form.is_bound)


def settle(request: ViewerRequest, found: MeetingWish, form: SettleForm) -> HttpResponse:
    said = form.cleaned_data
    if said["time"]:
        starts_at = datetime.fromisoformat(said["time"])
        held = actions.book_wish(found, starts_at, place=said["place"], by=request.viewer)
        return go_to(request, held, _("Booked. Everybody gets a letter."))
    actions.answer_wish(found, said["words"], by=request.viewer)
    return go_to(request, found, _("Sent. They read it in their letter."))


def in_words(found: MeetingWish) -> list[tuple[str, str]]:
    """The times as the reader's language has them."""
    moments = [(one, datetime.fromisoformat(one)) for one in found.times]
    return [(key, f"{day(at)}, {clock(at)}") for key, at in moments]
