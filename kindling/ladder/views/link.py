"""Behind a link: I have it, for advisors, the office and mentors who are not at a desk."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kindling.kit.http import Refused
from kindling.ladder import actions
from kindling.ladder.forms import CloseForm, DidForm
from kindling.ladder.models import Alarm
from kindling.ladder.queries import TakePage, take_page, tone_of
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer


def take_alarms_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Show the alarms this link names; POST takes one, says what was done, or ends it."""
    page = take_page(viewer)
    if not page.alarms:
        raise Http404
    if request.method != "POST":
        return show(request, page)
    alarm = find(page, request.POST.get("alarm", ""))
    closing = request.POST.get("do") == "close"
    form = CloseForm(request.POST) if closing else DidForm(request.POST)
    if not form.is_valid():
        return show(request, page, form, alarm=alarm, status=422)
    try:
        act = actions.close_alarm if closing else actions.take_alarm
        act(alarm, by=viewer, did=form.cleaned_data["did"])
    except Refused as refused:
        messages.error(request, str(refused))
        return show(request, take_page(viewer), status=409)
    messages.success(request, _("Thank you. The school can see it."))
    return redirect(request.door)


def find(page: TakePage, key: str) -> Alarm:
    """The alarm a form names; 404 for one that this link does not show."""
    found = next((alarm for alarm in page.alarms if alarm.public_id == key), None)
    if found is None:
        raise Http404
    return found


def show(
    request: PassRequest,
    page: TakePage,
    form: DidForm | None = None,
    alarm: Alarm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {"page": page, "wrong": form, "about": alarm, "tone_of": tone_of}
    return render(request, "ladder/take.html", context, status=status)
