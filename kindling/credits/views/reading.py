"""The list, one student's credits, appeals."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kindling.credits import actions, queries, rules
from kindling.credits.forms import AppealForm, CorrectForm, DecideForm
from kindling.credits.models import Appeal
from kindling.credits.queries.pages import year_on_or_last
from kindling.kit.addresses import url
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import students_in_full
from kindling.schools.http import ViewerRequest
from kindling.schools.models import SchoolYear
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

BOTH = ["GET", "HEAD", "POST"]


@require_safe
def credit_list(request: ViewerRequest) -> HttpResponse:
    """Students with what they were given; one’s own page for a student."""
    viewer = request.viewer
    students = rules.enrolled_students(viewer)
    if viewer.is_a(Role.STUDENT):
        own = get_object_or_404(students, person=viewer.person_id or 0)
        return redirect("credits:for", own.public_id)
    page = page_of(request, students)
    context = {
        "page": page,
        "rows": queries.credit_rows(list(page), viewer),
        "crosswalk": rules.crosswalk_in_use(viewer.school),
        "mode": rules.mode_of(viewer.school),
        "may_approve": rules.may_approve(viewer),
        "may_draft": rules.may_draft(viewer),
        "may_choose": rules.may_choose_mode(viewer),
        "terms": list(rules.visible_terms(viewer)[:4]) if rules.may_approve(viewer) else [],
    }
    return render(request, "credits/list.html", context)


@require_safe
def credits_for(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What one student was given, and what still misses."""
    viewer, student = request.viewer, find_student(request, public_id)
    context = {
        "student": student,
        "is_own": student.person_id == viewer.person_id,
        "gives": rules.gives_credits(viewer.school),
        "standing": queries.standing_of(viewer, student),
        "may_appeal": rules.may_appeal(viewer, student),
        "may_approve": rules.may_approve(viewer),
    }
    return render(request, "credits/student.html", context)


@require_http_methods(BOTH)
def ask(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Appeal."""
    viewer, student = request.viewer, find_student(request, public_id)
    require(rules.may_appeal(viewer, student))
    form = AppealForm(sent(request), lines=list(rules.lines_in_use(viewer.school)))
    if form.is_bound and form.is_valid():
        year = this_year(viewer)
        actions.appeal(student, form.chosen, year, form.cleaned_data["words"], by=viewer)
        to = url("credits:for", public_id)
        return go_to(request, to, _("Sent. You read the answer here."))
    context = {"form": form, "student": student}
    return page_or_422(request, "credits/ask.html", context, bound=form.is_bound)


def this_year(viewer: Viewer) -> SchoolYear:
    """Refused before the first year has begun."""
    year = year_on_or_last(viewer)
    if year is None:
        raise Refused(_("No school year has begun yet."))
    return year


@require_http_methods(BOTH)
def correct(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Put right what was given."""
    viewer, student = request.viewer, find_student(request, public_id)
    require(rules.may_approve(viewer))
    form = CorrectForm(sent(request), lines=list(rules.lines_in_use(viewer.school)))
    if form.is_bound and form.is_valid():
        told: dict[str, Any] = form.cleaned_data
        year = this_year(viewer)
        actions.correct_credit(student, form.chosen, year, told["amount"], told["words"], by=viewer)
        return go_to(request, url("credits:for", public_id), _("Put right."))
    context = {"form": form, "student": student}
    return page_or_422(request, "credits/correct.html", context, bound=form.is_bound)


@require_http_methods(BOTH)
def appeal(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read one, and answer it."""
    viewer = request.viewer
    found: Appeal = get_object_or_404(rules.visible_appeals(viewer), public_id=public_id)
    form = DecideForm(sent(request))
    if form.is_bound:
        require(rules.may_approve(viewer))
    if form.is_bound and form.is_valid():
        more, reason = form.cleaned_data["amount"], form.cleaned_data["reason"]
        if more:
            actions.grant_appeal(found, more, reason, by=viewer)
        else:
            actions.decline_appeal(found, reason, by=viewer)
        return go_to(request, found, _("Answered."))
    may = rules.may_approve(viewer) and found.by_id != viewer.person_id
    context = {"appeal": found, "form": form, "may_decide": may and found.state == "asked"}
    return page_or_422(request, "credits/appeal.html", context, bound=form.is_bound)


def find_student(request: ViewerRequest, public_id: str) -> Student:
    return get_object_or_404(students_in_full(request.viewer, Matter.WORDS), public_id=public_id)
