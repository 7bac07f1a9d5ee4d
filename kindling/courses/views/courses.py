"""What is taught, one course, and who has a place in it."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.courses import actions, rules
from kindling.courses.forms.courses import (
    AskForm,
    AttendanceForm,
    CourseForm,
    FinishForm,
    GivePlaceForm,
    ReasonForm,
)
from kindling.courses.models import Course, CoursePlace
from kindling.courses.queries.course import course_page, there_on
from kindling.courses.queries.lists import course_list
from kindling.courses.views.students import show_student
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.kit.trying import works
from kindling.schools.http import ViewerRequest


@require_safe
def courses(request: ViewerRequest) -> HttpResponse:
    """Students: their own page; others: what is taught, as far as they see it."""
    require(rules.may_see_courses(request.viewer))
    own = rules.own_student(request.viewer)
    if own is not None:
        return show_student(request, own)
    asked = {name: request.GET.get(name, "") for name in ("show", "kind")}
    words, mine = request.GET.get("q", "")[:100], request.GET.get("mine", "")
    rows = course_list(request.viewer, **asked, words=words, mine=bool(mine))
    context = {
        "page": page_of(request, rows), **asked, "q": words, "mine": mine,
        "kinds": [("", _("All")), *Course.Kind.choices],
        "may_offer": rules.may_offer_course(request.viewer),
        "may_change_required": rules.may_change_required(request.viewer),
    }  # fmt: skip
    return render(request, "courses/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: ViewerRequest) -> HttpResponse:
    """Offer a course."""
    require(rules.may_offer_course(request.viewer))
    form = CourseForm(sent(request), viewer=request.viewer)
    made: list[Course] = []
    if form.is_bound and works(
        form, lambda: made.append(actions.offer_course(form.facts, by=request.viewer))
    ):
        return go_to(request, made[0], _("It is there. Now say who comes."))
    context = {"form": form, "course": None}
    return page_or_422(request, "courses/edit.html", context, bound=form.is_bound)


def find(request: ViewerRequest, public_id: str) -> Course:
    return get_object_or_404(rules.visible_courses(request.viewer), public_id=public_id)


def find_kept(request: ViewerRequest, public_id: str) -> Course:
    """A course that the viewer keeps; 403 for one they only see."""
    one = find(request, public_id)
    require(rules.may_keep_course(request.viewer, one))
    return one


@require_safe
def course(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What it is, who has a place, when it meets."""
    one = find(request, public_id)
    form = GivePlaceForm(viewer=request.viewer, course=one)
    return show_course(request, one, form, AskForm())


def show_course(
    request: ViewerRequest, one: Course, give: GivePlaceForm, ask: AskForm
) -> HttpResponse:
    page = course_page(request.viewer, one)
    context = {"page": page, "one": one, "give": give, "ask": ask}
    return page_or_422(request, "courses/course.html", context, bound=give.is_bound or ask.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Change what it is."""
    one = find_kept(request, public_id)
    form = CourseForm(sent(request), viewer=request.viewer, course=one)
    if form.is_bound and works(
        form, lambda: actions.change_course(one, form.facts, by=request.viewer)
    ):
        return go_to(request, one, _("Saved."))
    context = {"form": form, "course": one}
    return page_or_422(request, "courses/edit.html", context, bound=form.is_bound)


@require_POST
def give(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Put a student on the roster."""
    one = find_kept(request, public_id)
    form = GivePlaceForm(request.POST, viewer=request.viewer, course=one)
    if works(form, lambda: actions.give_place(one, by=request.viewer, **form.cleaned_data)):
        return go_to(request, one, _("On the roster."))
    return show_course(request, one, form, AskForm())


@require_POST
def ask(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A student asks for a place."""
    one = find(request, public_id)
    form = AskForm(request.POST)
    if works(form, lambda: actions.ask_place(one, by=request.viewer, **form.cleaned_data)):
        return go_to(request, one, _("Asked. The teacher answers you here."))
    return show_course(request, one, GivePlaceForm(viewer=request.viewer, course=one), form)


@require_POST
def cancel(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Call it off."""
    one = find_kept(request, public_id)
    actions.cancel_course(one, request.POST.get("reason", ""), by=request.viewer)
    return go_to(request, one, _("Called off."))


@require_POST
def reopen(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It goes on after all."""
    one = find_kept(request, public_id)
    actions.reopen_course(one, by=request.viewer)
    return go_to(request, one, _("It is open again."))


@require_http_methods(["GET", "HEAD", "POST"])
def meeting(request: ViewerRequest, public_id: str, on: str) -> HttpResponse:
    """Who was missing on a date."""
    one, day = find_kept(request, public_id), read_day(on)
    places = there_on(request.viewer, one, day)
    form = AttendanceForm(sent(request), places=places, initial=said_on(one, day))
    if form.is_bound and works(
        form,
        lambda: actions.take_attendance(
            one, day, form.missing, has_met=form.cleaned_data["has_met"],
            note=form.cleaned_data["note"], by=request.viewer,
        ),
    ):  # fmt: skip
        return go_to(request, one, _("Saved."))
    context = {"form": form, "one": one, "on": day, "places": places}
    return page_or_422(request, "courses/meeting.html", context, bound=form.is_bound)


def read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None


def said_on(one: Course, on: date) -> dict[str, object]:
    """What was said about this meeting before."""
    day = rules.days_of(one).filter(on=on).first()
    if day is None:
        return {"has_met": True}
    rows = day.missing.select_related("place")
    said = {f"place_{row.place.public_id}": row.kind for row in rows}
    return {"has_met": day.has_met, "note": day.note, **said}


@require_http_methods(["GET", "HEAD", "POST"])
def finish(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How it ended for each student, and for the course."""
    one = find_kept(request, public_id)
    rows = rules.visible_places(request.viewer).filter(course=one, state__in=CoursePlace.ROSTER)
    places = list(rows.order_by("student__person__sort_name", "pk")[:300])
    form = FinishForm(sent(request), places=places)
    if form.is_bound and form.is_valid():
        for place, done, word, credit in form.said:
            actions.finish_place(place, done=done, word=word, credit=credit, by=request.viewer)
        if "over" in request.POST:
            actions.finish_course(one, by=request.viewer)
        return go_to(request, one, _("Saved."))
    context = {"form": form, "one": one, "places": places}
    return page_or_422(request, "courses/finish.html", context, bound=form.is_bound)


def find_place(request: ViewerRequest, public_id: str) -> CoursePlace:
    return get_object_or_404(rules.visible_places(request.viewer), public_id=public_id)


@require_POST
def answer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Yes, or why not this time."""
    place = find_place(request, public_id)
    form = ReasonForm(request.POST)
    yes = request.POST.get("answer") == "yes"
    if works(
        form, lambda: actions.answer_ask(place, yes=yes, by=request.viewer, **form.cleaned_data)
    ):
        return go_to(request, place.course, _("On the roster.") if yes else _("Answered."))
    context = {"form": form, "place": place}
    return page_or_422(request, "courses/decline.html", context, bound=True)


@require_POST
def leave(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Somebody leaves, or takes back what they asked for."""
    place = find_place(request, public_id)
    reason = request.POST.get("reason", "")
    actions.leave_course(place, reason, by=request.viewer)
    if rules.is_student(request.viewer):
        return redirect("courses:courses")
    return go_to(request, place.course, _("Noted. The dates are kept."))
