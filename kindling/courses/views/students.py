"""One student's courses, tests and what is still open; and what the school asks of all."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.courses import actions, rules
from kindling.courses.forms.records import EnterForm, MetForm, RequiredForm, StateTestForm
from kindling.courses.queries.entering import look
from kindling.courses.queries.student import student_page
from kindling.courses.sheets import as_lines, read_file, read_lines, reads_files
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.kit.trying import works
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest


def find_student(request: ViewerRequest, public_id: str) -> Student:
    return get_object_or_404(visible_students(request.viewer, Matter.PLAN), public_id=public_id)


@require_safe
def student(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One student, for whoever sees them."""
    return show_student(request, find_student(request, public_id))


def show_student(request: ViewerRequest, who: Student, met: MetForm | None = None) -> HttpResponse:
    page = student_page(request.viewer, who)
    form = met or (MetForm(viewer=request.viewer) if page.may_note and page.required else None)
    context = {"page": page, "met": form}
    return page_or_422(request, "courses/student.html", context, bound=met is not None)


@require_POST
def note_met(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The student has it already, in another way."""
    who = find_student(request, public_id)
    require(rules.may_note_met(request.viewer, who))
    form = MetForm(request.POST, viewer=request.viewer)
    if works(form, lambda: actions.note_met(who, by=request.viewer, **form.cleaned_data)):
        return go_to(request, _page_of(who), _("Written down."))
    return show_student(request, who, form)


@require_POST
def end_met(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It was a mistake."""
    met = get_object_or_404(rules.visible_met(request.viewer), public_id=public_id)
    actions.end_met(met, by=request.viewer)
    return go_to(request, _page_of(met.student), _("Taken back."))


def _page_of(who: Student) -> str:
    return url("courses:student", who.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def add_test(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Put a result on record."""
    require(rules.may_record_tests(request.viewer))
    who = find_student(request, public_id)
    form = StateTestForm(sent(request))
    if form.is_bound and works(
        form, lambda: actions.record_test(who, form.facts, by=request.viewer)
    ):
        return go_to(request, _page_of(who), _("On record."))
    context = {"form": form, "who": who, "test": None}
    return page_or_422(request, "courses/test.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def correct_test(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Put another row in its place."""
    test = get_object_or_404(rules.visible_tests(request.viewer), public_id=public_id)
    require(rules.may_record_tests(request.viewer))
    form = StateTestForm(sent(request), corrects=test)
    if form.is_bound and works(
        form,
        lambda: actions.correct_test(
            test, form.facts, why=form.cleaned_data["why"], by=request.viewer
        ),
    ):
        return go_to(request, _page_of(test.student), _("Corrected. The first row can be read."))
    context = {"form": form, "who": test.student, "test": test}
    return page_or_422(request, "courses/test.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def required(request: ViewerRequest) -> HttpResponse:
    """What the state asks of everybody."""
    require(rules.may_see_courses(request.viewer))
    may_change = rules.may_change_required(request.viewer)
    form = RequiredForm(sent(request))
    if form.is_bound:
        require(may_change)
        if works(form, lambda: actions.add_required(by=request.viewer, **form.cleaned_data)):
            return go_to(request, "courses:required", _("Saved."))
    page = page_of(request, rules.visible_required(request.viewer))
    context = {"form": form, "page": page, "may_change": may_change}
    return page_or_422(request, "courses/required.html", context, bound=form.is_bound)


@require_POST
def retire_required(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Ask for it no more."""
    one = get_object_or_404(rules.visible_required(request.viewer), public_id=public_id)
    actions.retire_required(one, by=request.viewer)
    return go_to(request, "courses:required", _("Not asked for any more."))


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: ViewerRequest) -> HttpResponse:
    """A roster from a file or from lines: first looked at, then entered."""
    require(rules.may_offer_course(request.viewer))
    first = {"course": request.GET.get("course", "")}
    if request.method != "POST":
        form = EnterForm(viewer=request.viewer, initial=first)
        context = {"form": form, "looked": None, "reads_files": reads_files()}
        return page_or_422(request, "courses/enter.html", context, bound=False)
    return look_and_enter(request, EnterForm(request.POST, request.FILES, viewer=request.viewer))


def look_and_enter(request: ViewerRequest, form: EnterForm) -> HttpResponse:
    """Show what was found; the button below it enters the rows in which nothing is wrong."""
    context: dict[str, Any] = {"form": form, "looked": None, "reads_files": reads_files()}
    if not form.is_valid():
        return page_or_422(request, "courses/enter.html", context, bound=True)
    file, course = form.cleaned_data["file"], form.cleaned_data["course"]
    sheet = read_file(file.read(), file.name) if file else read_lines(form.cleaned_data["lines"])
    looked = look(request.viewer, sheet, course)
    if "enter" in request.POST and looked.rows:
        actions.enter_rows(looked.rows, by=request.viewer)
        return go_to(request, course or "courses:courses", _("They are on the roster."))
    again = {"course": course.public_id if course else "", "lines": as_lines(sheet)}
    context |= {"form": EnterForm(viewer=request.viewer, initial=again), "looked": looked}
    bad = bool(looked.findings) or not looked.rows
    return page_or_422(request, "courses/enter.html", context, bound=bad)
