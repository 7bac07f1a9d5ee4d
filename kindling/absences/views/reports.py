"""Say late, say absent, look at what was said, and decide about it."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.absences import actions, rules
from kindling.absences.forms import AbsentForm, DecideForm, LateForm, ListFilter
from kindling.absences.models import Voice
from kindling.absences.queries import filtered_reports, offered_reasons, report_page
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.models import Student
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role


@require_safe
def report_list(request: ViewerRequest) -> HttpResponse:
    """Who is late or absent now and in the next days, or what waits for a family's word."""
    require(rules.may_see_list(request.viewer))
    wanted = ListFilter(request.GET).wanted
    page = page_of(request, filtered_reports(request.viewer, wanted))
    may_change = rules.may_change_reasons(request.viewer)
    query = f"show={wanted['show']}&student={wanted['student']}"
    context = {"page": page, "wanted": wanted, "may_change": may_change, "query": query}
    return render(request, "absences/reports.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def late(request: ViewerRequest, student_id: str) -> HttpResponse:
    """One tap: so many minutes late today."""
    student = answered_for(request, student_id)
    form = LateForm(sent(request), viewer=request.viewer, student=student)
    if form.is_bound and form.is_valid():
        return said(request, student, form, actions.report_late)
    return shown(request, student, form, "late")


@require_http_methods(["GET", "HEAD", "POST"])
def absent(request: ViewerRequest, student_id: str) -> HttpResponse:
    """Not coming: why, and until when."""
    student = answered_for(request, student_id)
    form = AbsentForm(sent(request), viewer=request.viewer, student=student)
    if form.is_bound and form.is_valid():
        return said(request, student, form, actions.report_absence)
    return shown(request, student, form, "absent")


def answered_for(request: ViewerRequest, student_id: str) -> Student:
    """Find the student; 404 for one whom the viewer does not see, 403 without a word about them."""
    found = rules.students_answered_for(request.viewer)
    student: Student = get_object_or_404(found, public_id=student_id)
    require(rules.may_report(request.viewer, student))
    return student


def said(request: ViewerRequest, student: Student, form: forms.Form, act: object) -> HttpResponse:
    """Write it and go back; what the action refuses stands above the form."""
    try:
        report = act(student, by=request.viewer, **form.cleaned_data)  # type: ignore[operator]
    except Refused as refused:
        form.add_error(None, str(refused))
        return shown(request, student, form, "late" if "minutes" in form.fields else "absent", 409)
    to = report if request.viewer.is_staff else "home:today"
    return go_to(request, to, _("Noted. Advisor, mentor and office have been told."))


def shown(
    request: ViewerRequest, student: Student, form: forms.Form, name: str, status: int = 422
) -> HttpResponse:
    own = request.viewer.is_a(Role.STUDENT) and student.person_id == request.viewer.person_id
    context = {"form": form, "student": student, "own": own}
    code = status if form.is_bound else 200
    return render(request, f"absences/{name}.html", context, status=code)


@require_safe
def report_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One report with everything that was said about the day."""
    report = get_object_or_404(rules.visible_reports(request.viewer), public_id=public_id)
    page = report_page(request.viewer, report)
    reasons = offered_reasons(request.viewer, Voice.STAFF, report.kind) if page.may_refuse else []
    context = {"page": page, "form": DecideForm(reasons=reasons)}
    return page_or_422(request, "absences/report.html", context, bound=False)


@require_POST
def decide(request: ViewerRequest, public_id: str, verb: str) -> HttpResponse:
    """Clear it, do not excuse it, say that the family did not know, or take it back."""
    report = get_object_or_404(rules.visible_reports(request.viewer), public_id=public_id)
    reasons = offered_reasons(request.viewer, Voice.STAFF, report.kind)
    form = DecideForm(request.POST, reasons=reasons)
    if not form.is_valid():
        context = {"page": report_page(request.viewer, report), "form": form}
        return page_or_422(request, "absences/report.html", context, bound=True)
    note = form.cleaned_data["note"]
    match verb:
        case "clear":
            reason = form.cleaned_data["reason"]
            actions.clear_absence(report, by=request.viewer, reason=reason, note=note)
        case "refuse":
            actions.refuse_absence(report, by=request.viewer, note=note)
        case "doubt":
            actions.doubt_absence(report, by=request.viewer, note=note)
        case _:
            actions.take_back_report(report, by=request.viewer)
    return go_to(request, report, _("Saved."))
