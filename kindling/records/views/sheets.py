"""Sheets on screen and paper, and as CSV for the district."""

from __future__ import annotations

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kindling.accounts.views.proof import proves_to_read
from kindling.advisory.models import Advisory
from kindling.kit.cells import as_lines
from kindling.kit.http import require
from kindling.kit.paging import page_of
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.records import actions, rules
from kindling.records.exceptions import week_of
from kindling.records.forms import SheetForm
from kindling.records.queries.changes import changes_in
from kindling.records.queries.sheets import lines_of, rows_for_sis, students_on
from kindling.records.spans import TERM, WEEK, Span, span_of
from kindling.roll.codes import codes_of
from kindling.roll.rules import visible_rolls
from kindling.schools.http import ViewerRequest
from kindling.schools.queries import terms_of


def asked_for(request: ViewerRequest) -> tuple[Span, Advisory | None]:
    """Read the address: which span, and of whom."""
    require(rules.may_read_sheets(request.viewer))
    school = request.viewer.school
    kind, on, public_id = SheetForm(request.GET).asked(school.today())
    terms = terms_of(school) if kind == TERM else ()
    rolls = visible_rolls(request.viewer)
    advisory = get_object_or_404(rolls, public_id=public_id) if public_id else None
    return span_of(kind, on, terms), advisory


@require_safe
def sheet(request: ViewerRequest) -> HttpResponse:
    """A sheet of a day, a week or a term."""
    span, advisory = asked_for(request)
    codes = codes_of(request.viewer.school)
    page = page_of(request, students_on(request.viewer, span, advisory))
    context = {
        "span": span, "advisory": advisory, "page": page, "codes": codes,
        "lines": lines_of(request.viewer, span, list(page), codes),
        "rolls": visible_rolls(request.viewer).order_by("name", "pk")[:100],
        "query": query_of(request),
    }  # fmt: skip
    return render(request, "records/sheet.html", context)


def query_of(request: ViewerRequest) -> str:
    """The address without its page."""
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()


@proves_to_read
@require_safe
def sheet_csv(request: ViewerRequest) -> StreamingHttpResponse:
    """The same as CSV, one line a mark, streamed: a term of a school is long."""
    span, advisory = asked_for(request)
    viewer = request.viewer
    actions.note_export(span.kind, span.first, span.last, by=viewer)
    students = students_on(viewer, span, advisory)
    rows = rows_for_sis(viewer, span, students, codes_of(viewer.school))
    answer = StreamingHttpResponse(as_lines(rows), content_type="text/csv; charset=utf-8")
    name = f"{viewer.school.slug}-{span.first}-{span.last}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_safe
def exceptions(request: ViewerRequest) -> HttpResponse:
    """What was not as it should be in a week."""
    require(rules.may_read_sheets(request.viewer))
    _kind, on, _advisory = SheetForm(request.GET).asked(request.viewer.school.today())
    week = week_of(request.viewer, span_of(WEEK, on, ()))
    context = {"week": week, "page": page_of(request, week.found), "query": query_of(request)}
    return render(request, "records/exceptions.html", context)


@require_safe
def corrections(request: ViewerRequest) -> HttpResponse:
    """What was changed, newest first, with both values."""
    require(rules.may_read_sheets(request.viewer))
    student = None
    if request.GET.get("student"):
        seen = visible_students(request.viewer, Matter.DAYS)
        student = get_object_or_404(seen, public_id=request.GET["student"])
    page = page_of(request, changes_in(request.viewer, student))
    codes = codes_of(request.viewer.school)
    context = {"page": page, "codes": codes, "student": student, "query": query_of(request)}
    return render(request, "records/corrections.html", context)
