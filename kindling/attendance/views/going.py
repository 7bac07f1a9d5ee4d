"""The student's two taps. Today shows the forms; a page of their own only when one is wrong."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kindling.attendance import actions, rules
from kindling.attendance.along import About, Moment, Sent, keep_along, parts_for
from kindling.attendance.forms import CheckInForm, CheckOutForm
from kindling.attendance.models import Day
from kindling.attendance.queries.days import find_placement
from kindling.kit.http import page_or_422
from kindling.schools.http import ViewerRequest


@require_POST
def check_in(request: ViewerRequest, placement_id: str) -> HttpResponse:
    """I'm here."""
    placement = find_placement(request.viewer, placement_id)
    form = CheckInForm(request.POST)
    if not form.is_valid():
        about = About(placement.student_id, placement.pk)
        again = asked_again(request, Moment.CHECK_IN, about)
        context = {"form": form, "placement": placement, **again}
        return page_or_422(request, "attendance/check_in.html", context, bound=True)
    day = actions.check_in(placement, by=request.viewer, **form.sent)
    return kept_along(request, day, Moment.CHECK_IN)


@require_POST
def check_out(request: ViewerRequest, public_id: str) -> HttpResponse:
    """I'm leaving."""
    days = rules.visible_days(request.viewer).for_list()
    day = get_object_or_404(days, public_id=public_id)
    form = CheckOutForm(request.POST, of=day)
    if not form.is_valid():
        about = About(day.student_id, day.placement_id, day)
        context = {"form": form, "day": day, **asked_again(request, Moment.CHECK_OUT, about)}
        return page_or_422(request, "attendance/check_out.html", context, bound=True)
    day = actions.check_out(day, by=request.viewer, **form.cleaned_data)
    return kept_along(request, day, Moment.CHECK_OUT)


def asked_again(request: ViewerRequest, moment: Moment, about: About) -> dict[str, object]:
    """What was asked along, as `alongs`, and the texts that came back with it, as `given`."""
    return {"alongs": parts_for(request.viewer, moment, about), "given": request.POST.dict()}


def kept_along(request: ViewerRequest, day: Day, moment: Moment) -> HttpResponse:
    """Keep what came along with a tap; what is wrong with it is said, and the tap stands."""
    sent = Sent(request.POST, request.FILES)
    for sentence in keep_along(day, moment, sent, by=request.viewer):
        messages.error(request, sentence)
    return redirect(reverse("home:today"))
