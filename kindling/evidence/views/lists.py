"""Galleries: one's own, a student's, and for staff whose pieces are new."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.evidence import actions, rules
from kindling.evidence.forms import FamilyForm
from kindling.evidence.queries.galleries import gallery_page, student_rows
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.models import Student
from kindling.schools.http import ViewerRequest

SHOWN = 24  # pictures on a page


@require_safe
def evidence(request: ViewerRequest) -> HttpResponse:
    """A student's own gallery; for everybody else their students, with how much is new."""
    viewer = request.viewer
    own = rules.own_student(viewer)
    if own is not None:
        return shown(request, own)
    students = rules.students_with_pieces(viewer).order_by("person__sort_name", "pk")
    page = page_of(request, students.filter(state=Student.State.ENROLLED))
    if page.paginator.count == 1 and not viewer.is_staff:
        return redirect("evidence:student", page[0].public_id)
    context = {"page": page, "rows": student_rows(viewer, list(page))}
    return render(request, "evidence/students.html", context)


@require_safe
def gallery(request: ViewerRequest, student_id: str) -> HttpResponse:
    students = rules.students_with_pieces(request.viewer)
    return shown(request, get_object_or_404(students, public_id=student_id))


def shown(request: ViewerRequest, student: Student) -> HttpResponse:
    """?term= another term than the one that runs, ?kind= of one kind, ?series= the drafts of one thing."""
    facts = gallery_page(request.viewer, student, request.GET)
    page = page_of(request, facts.pieces, SHOWN)
    context: dict[str, Any] = {"gallery": facts, "page": page, "student": student}
    return render(request, "evidence/gallery.html", context)


@require_POST
def seen(request: ViewerRequest, student_id: str) -> HttpResponse:
    students = rules.students_with_pieces(request.viewer)
    student = get_object_or_404(students, public_id=student_id)
    count = actions.mark_seen(student, by=request.viewer)
    said = ngettext("%(num)s piece seen.", "%(num)s pieces seen.", count) % {"num": count}
    return go_to(request, "evidence:evidence", said)


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """What families see."""
    require(rules.may_choose(request.viewer))
    form = FamilyForm(sent(request), initial={"sees_all": rules.family_sees_all(request.school)})
    if form.is_bound and form.is_valid():
        actions.choose_for_families(sees_all=form.cleaned_data["sees_all"], by=request.viewer)
        return go_to(request, "evidence:settings", _("Saved."))
    return page_or_422(request, "evidence/settings.html", {"form": form}, bound=form.is_bound)
