"""The mentor's page behind a link: one question, one big yes."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from kindling.attendance.absent import but_absent
from kindling.attendance.actions import (
    check_in,
    check_out,
    choose_rhythm,
    confirm_days,
    correct_times,
    leave_note,
    say_absent,
)
from kindling.attendance.along import (
    About,
    Moment,
    Part,
    Sent,
    keep_along,
    open_file,
    parts_for,
)
from kindling.attendance.forms import PRAISE, AnswerForm
from kindling.attendance.models import Day, Rhythm
from kindling.attendance.queries.mentor import MentorPage, fortnight, mentor_page
from kindling.attendance.rooms import ROOMS, asked_room
from kindling.attendance.rules import visible_placements
from kindling.attendance.views.screen import show_code
from kindling.attendance.waiting import Spoken
from kindling.kit.http import require
from kindling.notices.actions import choose_way
from kindling.notices.models import Group
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.placements.actions import request_end
from kindling.placements.models import Placement
from kindling.placements.views.parting import request_end_by_link
from kindling.schools.viewer import Viewer


def confirm_days_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Show the days that wait; POST answers one of them or all."""
    if request.method != "POST" and "screen" in request.GET:
        return show_code(request, viewer)
    if request.method != "POST" and "file" in request.GET:
        return open_file(request, viewer, request.GET["file"])
    if room := asked_room(request):
        return room.show(request)
    if "ending" in request.GET:
        return request_end_by_link(request, to_end(viewer, request.GET["ending"]))
    spoken = fortnight(viewer)
    if request.method != "POST":
        return show(request, spoken)
    named = (act for name, act in BUTTONS.items() if name in request.POST)
    tapped = answer_one if "do" in request.POST else next(named, answer_one)
    return tapped(request, spoken, viewer)


def answer_one(request: PassRequest, spoken: list[Spoken], viewer: Viewer) -> HttpResponse:
    """Yes, other times, wasn't here, or a note, about one day."""
    one = find(spoken, request.POST.get("day", ""))
    form = AnswerForm(request.POST, one=one)
    if not form.is_valid():
        return show(request, spoken, form)
    day = answer_day(form, one, viewer)
    sent = Sent(request.POST)
    for sentence in keep_along(day, Moment.CONFIRM, sent, by=viewer) if day else []:
        messages.error(request, sentence)
    messages.success(request, _("Thank you. The school can see it."))
    return redirect(f"{request.door}?{urlencode({'told': one.key})}")


def answer_all(request: PassRequest, spoken: list[Spoken], viewer: Viewer) -> HttpResponse:
    """All of these are right, but for what was reported absent since the page was made."""
    by_key = {one.key: one for one in spoken}
    said = [by_key[key] for key in request.POST.getlist("all") if key in by_key]
    if len(said) != len(request.POST.getlist("all")):
        raise Http404
    days = confirm_days(but_absent(viewer.school, said), by=viewer)
    asked = by_key.get(request.POST.get("day", ""))
    about = (asked.placement.pk, asked.on) if asked else None
    day = next((one for one in days if (one.placement_id, one.on) == about), None)
    if asked and day:
        keep_beside(request, asked, day)
    messages.success(request, _("Thank you. That is all noted."))
    return redirect(request.door)


def keep_beside(request: PassRequest, asked: Spoken, day: Day) -> None:
    """Keep what was written beside the day in question when all were said to be right."""
    data, by = request.POST.copy(), request.viewer
    data["do"] = AnswerForm.YES
    form = AnswerForm(data, one=asked)
    if form.is_valid() and form.text:
        leave_note(replace(asked, day=day), text=form.text, is_shared=form.is_shared, by=by)
    for sentence in keep_along(day, Moment.CONFIRM, Sent(request.POST), by=by):
        messages.error(request, sentence)


def stand_in(request: PassRequest, spoken: list[Spoken], viewer: Viewer) -> HttpResponse:
    """The mentor's tap for a student without a phone: here, or has left (and that is confirmed)."""
    one = find(spoken, request.POST.get("here") or request.POST.get("left", ""))
    require(one.on == viewer.school.today())
    name = {"name": one.placement.student.first}
    if "here" in request.POST:
        check_in(one.placement, by=viewer)
        messages.success(request, _("Thank you. %(name)s is checked in.") % name)
    elif one.day:
        with transaction.atomic():
            left = check_out(one.day, by=viewer)
            confirm_days([replace(one, day=left)], by=viewer)
        messages.success(request, _("Thank you. %(name)s is checked out, and that is all.") % name)
    return redirect(request.door)


def choose(request: PassRequest, spoken: list[Spoken], viewer: Viewer) -> HttpResponse:
    """Keep how often to ask, or by which way; one tap each."""
    mentor = request.held.bearer
    if request.POST.get("rhythm") in Rhythm:
        choose_rhythm(mentor, Rhythm(request.POST["rhythm"]), by=viewer)
    elif request.POST.get("way"):
        choose_way(mentor, Group.DAILY, request.POST["way"], by=viewer)
    messages.success(request, _("Thank you. That is how we will ask."))
    return redirect(f"{request.door}#how-often")


def ask_to_end(request: PassRequest, spoken: list[Spoken], viewer: Viewer) -> HttpResponse:
    """Pass the mentor's wish on to advisor and coordinator; the internship still runs."""
    placement = to_end(viewer, request.POST["end"])
    try:
        request_end(placement, request.POST.get("end_reason", ""), by=viewer)
    except ValidationError as wrong:
        messages.error(request, " ".join(wrong.messages))
        return show(request, spoken, status=422)
    messages.success(request, _("Thank you. The school will talk with you and the student."))
    return redirect(request.door)


def to_end(viewer: Viewer, public_id: str) -> Placement:
    """The internship of this link that may end; 404 for another."""
    seen = visible_placements(viewer).select_related("student__person", "site", "opportunity")
    placement: Placement = get_object_or_404(seen, public_id=public_id)
    return placement


def find(spoken: list[Spoken], key: str) -> Spoken:
    """Return the day a form names; 404 when this link does not show it."""
    found = next((one for one in spoken if one.key == key), None)
    if found is None:
        raise Http404
    return found


def answer_day(form: AnswerForm, one: Spoken, viewer: Viewer) -> Day | None:
    """Do what the tapped button says, and leave the note if there is one: both or neither."""
    sent, day = form.cleaned_data, one.day
    with transaction.atomic():
        match sent["do"]:
            case AnswerForm.YES:
                day = next(iter(confirm_days([one], by=viewer)), day)
            case AnswerForm.CORRECT:
                in_at, out_at = form.times
                reason = sent["reason"]
                day = correct_times(one, in_at=in_at, out_at=out_at, reason=reason, by=viewer)
            case AnswerForm.ABSENT:
                day = say_absent(one, reason=sent["reason"], by=viewer)
        if form.text:
            told = replace(one, day=day)
            leave_note(told, text=form.text, is_shared=form.is_shared, by=viewer)
    return day


def show(
    request: PassRequest, spoken: list[Spoken], form: AnswerForm | None = None, status: int = 200
) -> HttpResponse:
    asked = form.one.key if form else request.GET.get("day", "")
    told = form.one.key if form else request.GET.get("told", "")
    came = form.one.key if form else request.GET.get("came", "")
    page = mentor_page(request.viewer, spoken, asked=asked, told=told, came=came)
    if form is None and page.about:
        form = AnswerForm(one=page.about)
    alongs = asked_along(request, page)
    context = {"page": page, "form": form, "praise": PRAISE, "alongs": alongs, "rooms": ROOMS}
    status = 422 if form and form.is_bound else status
    return render(request, "attendance/mentor.html", context, status=status)


def asked_along(request: PassRequest, page: MentorPage) -> list[Part]:
    """What the mentor is asked beside the day in question."""
    if page.asked is None:
        return []
    place = page.asked.placement
    about = About(place.student_id, place.pk, page.asked.day)
    return parts_for(request.viewer, Moment.CONFIRM, about)


# Which button was tapped, by its name; without one it is about one day.
BUTTONS = {"all": answer_all, "here": stand_in, "left": stand_in, "end": ask_to_end}
BUTTONS |= {"rhythm": choose, "way": choose}
