"""Behind a link: when and where, what about, and whether one comes. Nothing else of the student."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kindling.kit.http import Refused
from kindling.meetings import actions, rules
from kindling.meetings.calendars import when_of
from kindling.meetings.forms import AnswerForm
from kindling.meetings.models import Meeting
from kindling.meetings.views.meetings import calendar_answer
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer


def join_meeting_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """The meeting of this link; POST answers it, or says that a promise is kept."""
    meeting = rules.visible_meetings(viewer).first()
    if meeting is None:
        raise Http404
    if "calendar" in request.GET:
        return calendar_answer(meeting, viewer, request.build_absolute_uri(request.door))
    if request.method != "POST":
        return show(request, meeting, AnswerForm(), 200)
    if "promise" in request.POST:
        return keep(request, viewer)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return show(request, meeting, form, 422)
    return answer(request, meeting, form, viewer)


def answer(
    request: PassRequest, meeting: Meeting, form: AnswerForm, viewer: Viewer
) -> HttpResponse:
    place = rules.visible_attendees(viewer).select_related("meeting__student__person").get()
    coming = request.POST.get("coming") == "yes"
    try:
        actions.answer_meeting(place, coming=coming, by=viewer, **form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused))
        return show(request, meeting, form, 409)
    messages.success(request, _("Thank you. The school can see it."))
    return redirect(request.door)


def keep(request: PassRequest, viewer: Viewer) -> HttpResponse:
    mine = rules.visible_commitments(viewer)
    actions.keep_commitment(get_object_or_404(mine, public_id=request.POST["promise"]), by=viewer)
    messages.success(request, _("Done. Thank you."))
    return redirect(request.door)


def show(request: PassRequest, meeting: Meeting, form: AnswerForm, status: int) -> HttpResponse:
    viewer = request.viewer
    is_ahead = meeting.ends_at >= viewer.school.now()
    context = {
        "meeting": meeting, "form": form, "when": when_of(meeting, viewer.school),
        "is_open": meeting.state == Meeting.State.BOOKED and is_ahead,
        "mine": rules.visible_attendees(viewer).get(),
        "agenda": [line for line in meeting.agenda.split("\n") if line.strip()],
        "promises": list(rules.visible_commitments(viewer).order_by("pk")),
    }  # fmt: skip
    return render(request, "meetings/join.html", context, status=status)
