"""One meeting: booked, answered, written in, held."""

from __future__ import annotations

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.ical import fold
from kindling.kit.trying import works
from kindling.meetings import actions, rules
from kindling.meetings import forms as forms_
from kindling.meetings.actions.writing import FIELDS
from kindling.meetings.calendars import PUBLISH, invitation
from kindling.meetings.models import Attendee, Kind, Meeting
from kindling.meetings.queries.page import addable, meeting_page, owners_of, team_to_ask
from kindling.meetings.views.words import interpreter_for, label_of
from kindling.people.models import Student
from kindling.people.rules import is_own
from kindling.schools.http import ViewerRequest


@require_safe
def choose(request: ViewerRequest) -> HttpResponse:
    """For whom? A student books for themselves."""
    students = rules.bookable_students(request.viewer)
    require(rules.is_a_booker(request.viewer))
    form = forms_.WhoForm(request.GET if "student" in request.GET else None, students=students)
    if form.is_bound and form.is_valid():
        return redirect("meetings:book", form.cleaned_data["student"])
    return render(request, "meetings/choose.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def book(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Book a meeting about this student; ?kind= is chosen already."""
    students = rules.bookable_students(request.viewer)
    student: Student = get_object_or_404(students, public_id=public_id)
    team = team_to_ask(student)
    kind = request.GET.get("kind", Kind.PLAN)
    form = forms_.BookForm(
        sent(request), school=request.school, team=team, initial={"kind": kind},
        language=interpreter_for(one for one, _part in team),
    )  # fmt: skip
    made: list[Meeting] = []
    by = request.viewer
    if form.is_bound and works(
        form, lambda: made.append(actions.book_meeting(student, by=by, **form.facts))
    ):
        return go_to(request, made[0], _("Booked. Everybody gets a letter for their calendar."))
    context = {"form": form, "student": student, "is_own": is_own(by, student)}
    return page_or_422(request, "meetings/book.html", context, bound=form.is_bound)


def find_meeting(request: ViewerRequest, public_id: str) -> Meeting:
    return get_object_or_404(rules.visible_meetings(request.viewer), public_id=public_id)


def find_attendee(request: ViewerRequest, public_id: str) -> Attendee:
    rows = rules.visible_attendees(request.viewer).select_related("meeting__student__person")
    return get_object_or_404(rows, public_id=public_id)


@require_safe
def meeting(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The page for the room."""
    return show(request, find_meeting(request, public_id))


def show(request: ViewerRequest, one: Meeting, **bound: Form) -> HttpResponse:
    """The page with the forms that would work; 422 with one that has to be mended."""
    page = meeting_page(request.viewer, one)
    empty: dict[str, Any] = {"answer_form": forms_.AnswerForm(auto_id="answer_%s")}
    if page.may_run:
        people = addable(request.viewer, one, page.attendees)
        interpreter = {"language": one.interpreter_language, "name": one.interpreter_name}
        empty |= {
            "ask_form": forms_.AskForm(people=people, auto_id="ask_%s"),
            "off_form": forms_.OffForm(auto_id="off_%s"),
            "interpreter_form": forms_.InterpreterForm(initial=interpreter, auto_id="int_%s"),
        }
    if page.may_write:
        owners = [attendee.person for attendee in page.attendees]
        empty["promise_form"] = forms_.PromiseForm(owners=owners, auto_id="promise_%s")
    context = {"page": page, "meeting": one, "today": request.school.today(), **empty, **bound}
    return render(request, "meetings/meeting.html", context, status=422 if bound else 200)


@require_POST
def write(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One text, saved by itself."""
    one = find_meeting(request, public_id)
    require(rules.may_write(request.viewer, one))
    edit = Edit.sent(request, FIELDS)
    by = request.viewer
    clash = actions.write_meeting(one, edit.field, edit.text, base=edit.base, by=by)
    return answer_edit(request, edit, clash, label=label_of(edit.field), to=one)


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Another time or place."""
    one = find_meeting(request, public_id)
    require(rules.may_run(request.viewer, one))
    form = forms_.MoveForm(sent(request), school=request.school, meeting=one)
    by = request.viewer
    if form.is_bound and works(form, lambda: actions.move_meeting(one, by=by, **form.when)):
        return go_to(request, one, _("Changed. Everybody invited gets the new time."))
    context = {"form": form, "meeting": one}
    return page_or_422(request, "meetings/move.html", context, bound=form.is_bound)


@require_POST
def cancel(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Call it off."""
    one = find_meeting(request, public_id)
    form = forms_.OffForm(request.POST, auto_id="off_%s")
    by = request.viewer
    if works(form, lambda: actions.cancel_meeting(one, by=by, **form.cleaned_data)):
        return go_to(request, one, _("Called off. Everybody invited is told."))
    return show(request, one, off_form=form)


@require_POST
def hold(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It took place."""
    one = find_meeting(request, public_id)
    actions.hold_meeting(one, by=request.viewer)
    return go_to(request, one, _("Noted: you met."))


@require_POST
def answer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """coming=yes|no, for oneself."""
    place = find_attendee(request, public_id)
    form = forms_.AnswerForm(request.POST, auto_id="answer_%s")
    by, coming = request.viewer, request.POST.get("coming") == "yes"
    if works(
        form, lambda: actions.answer_meeting(place, coming=coming, by=by, **form.cleaned_data)
    ):
        said = _("Thank you. They know you come.") if coming else _("Thank you. They know.")
        return go_to(request, place.meeting, said)
    return show(request, place.meeting, answer_form=form)


@require_POST
def ask(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One more person."""
    one = find_meeting(request, public_id)
    require(rules.may_run(request.viewer, one))
    form = forms_.AskForm(request.POST, people=addable(request.viewer, one), auto_id="ask_%s")
    if form.is_valid():
        person = form.people[form.cleaned_data["person"]]
        actions.ask_also(one, person, by=request.viewer)
        return go_to(request, one, _("Asked: %(name)s.") % {"name": person.name})
    return show(request, one, ask_form=form)


@require_POST
def take_off(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Somebody need not come."""
    place = find_attendee(request, public_id)
    actions.take_off(place, by=request.viewer)
    return go_to(request, place.meeting, _("They are told that they need not come."))


@require_POST
def interpreter(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Asked for, or coming."""
    one = find_meeting(request, public_id)
    form = forms_.InterpreterForm(request.POST, auto_id="int_%s")
    if form.is_valid():
        actions.settle_interpreter(one, **form.cleaned_data, by=request.viewer)
        return go_to(request, one, _("Noted."))
    return show(request, one, interpreter_form=form)


@require_POST
def promise(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Who does what, and by when."""
    one = find_meeting(request, public_id)
    require(rules.may_write(request.viewer, one))
    owners = owners_of(request.viewer, one)
    form = forms_.PromiseForm(request.POST, owners=owners, auto_id="promise_%s")
    by = request.viewer
    if works(form, lambda: actions.make_commitment(one.student, meeting=one, by=by, **form.facts)):
        return go_to(request, one, _("Written down."))
    return show(request, one, promise_form=form)


@require_safe
def calendar(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The meeting as a file for any calendar."""
    one = find_meeting(request, public_id)
    return calendar_answer(one, request.viewer, request.build_absolute_uri(one.get_absolute_url()))


def calendar_answer(one: Meeting, viewer: Any, link: str) -> HttpResponse:
    text = fold(invitation(one, viewer.person, PUBLISH, link=link))
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return response
