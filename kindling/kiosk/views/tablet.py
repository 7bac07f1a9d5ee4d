"""The tablet: type your code, tap one button, and it knows you no longer."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kindling.kiosk import actions, rules
from kindling.kiosk.forms import CodeForm
from kindling.kiosk.knowing import named_by, ticket_for, use_up
from kindling.kiosk.standing import standing_of
from kindling.kit.http import Refused, require
from kindling.kit.limits import allow
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.people.models import Student
from kindling.schools.viewer import Viewer

WRONG, SECONDS = 30, 10 * 60


@never_cache
def kiosk_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """GET asks for a code, or (`who`) shows the buttons of the one who typed it."""
    require(rules.is_in_charge(held))
    if request.method == "POST" and "code" in request.POST:
        return type_code(request, held)
    ticket = (request.POST if request.method == "POST" else request.GET).get("who", "")
    student = rules.student_named(held, named_by(ticket, held)) if ticket else None
    if student is None:
        return show_pad(request, told=_("Type your code again.") if ticket else "")
    with translation.override(student.person.language):
        if request.method == "POST":
            use_up(ticket)
            return tap(request, held, student)
        return show_buttons(request, held, student, ticket)


def type_code(request: PassRequest, held: Pass) -> HttpResponse:
    """Go on to the buttons, or say that the code is wrong. Too many wrong ones close the tablet."""
    shut = f"kiosk-shut:{held.public_id}"
    if cache.get(shut):
        told = _("Too many wrong codes. Ask somebody who works here.")
        return show_pad(request, told=told, status=429)
    form = CodeForm(request.POST)
    student = rules.student_with(held, form.cleaned_data["code"]) if form.is_valid() else None
    if student is not None:
        return redirect(f"{request.door}?{urlencode({'who': ticket_for(student, held)})}")
    if not allow("kiosk", held.public_id, limit=WRONG, seconds=SECONDS):
        cache.set(shut, True, SECONDS)
    told = _("This is not a code we know. Look again, or ask for a new one.")
    return show_pad(request, told=told, status=422)


def tap(request: PassRequest, held: Pass, student: Student) -> HttpResponse:
    """Do what the button says, and forget who it was."""
    do = actions.leave if request.POST.get("do") == "leave" else actions.come
    try:
        told = do(student, held, by=viewer_of(student, held))
    except Refused as no:
        told = str(no)
    return render(request, "kiosk/told.html", {"told": told})


def show_pad(request: PassRequest, *, told: str = "", status: int = 200) -> HttpResponse:
    context = {"form": CodeForm(), "told": told}
    return render(request, "kiosk/pad.html", context, status=status)


def show_buttons(request: PassRequest, held: Pass, student: Student, ticket: str) -> HttpResponse:
    standing = standing_of(student, viewer_of(student, held))
    context = {"first": student.first, "standing": standing, "ticket": ticket}
    return render(request, "kiosk/buttons.html", context)


def viewer_of(student: Student, held: Pass) -> Viewer:
    """The student, who proved to be it by their code."""
    student.person.school = held.school
    return Viewer.of_person(student.person)
