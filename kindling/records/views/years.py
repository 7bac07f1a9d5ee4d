"""Pages that read the sums: a student's year, the school's, and who is away too often."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kindling.kit.http import require
from kindling.kit.paging import page_of
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.records import rules
from kindling.records.forms import OftenForm
from kindling.records.queries.years import (
    away_often,
    school_year,
    student_year,
    with_students,
)
from kindling.schools.http import ViewerRequest
from kindling.schools.models import SchoolYear
from kindling.schools.queries import year_named


def year_asked(request: ViewerRequest) -> SchoolYear:
    """The year of the address, or of today; 404 for a school without one."""
    year = year_named(request.viewer.school, request.GET.get("year", ""))
    if year is None:
        raise Http404
    return year


@require_safe
def year_of_student(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One student's year: calendar and totals. Student and family read it too."""
    student = get_object_or_404(visible_students(request.viewer, Matter.DAYS), public_id=public_id)
    year = student_year(request.viewer, student, year_asked(request))
    context = {"page": year, "may_read": rules.may_read_sheets(request.viewer)}
    return render(request, "records/student.html", context)


@require_safe
def year_of_school(request: ViewerRequest) -> HttpResponse:
    """The school's year by advisory."""
    require(rules.may_read_school(request.viewer))
    year = year_asked(request)
    context = {"year": year, "rows": school_year(request.viewer, year)}
    return render(request, "records/school.html", context)


@require_safe
def away(request: ViewerRequest) -> HttpResponse:
    """Who is away too often, the most absent first."""
    require(rules.may_read_sheets(request.viewer))
    form, year = OftenForm(request.GET), year_asked(request)
    page = page_of(request, away_often(request.viewer, year, form.percent))
    context = {
        "page": page, "rows": with_students(request.viewer, list(page)), "percent": form.percent,
        "year": year, "query": f"at={form.percent}",
    }  # fmt: skip
    return render(request, "records/away.html", context)
