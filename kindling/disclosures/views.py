"""Read the log, and write down what was given by hand."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kindling.disclosures import actions, rules
from kindling.disclosures.forms import NoteForm
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.models import Student
from kindling.people.rules import students_on_record
from kindling.schools.http import ViewerRequest


@require_safe
def disclosures(request: ViewerRequest) -> HttpResponse:
    """Of all students whom one sees."""
    page = page_of(request, rules.visible_disclosures(request.viewer))
    return render(request, "disclosures/log.html", {"page": page, "student": None})


@require_safe
def disclosures_for(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Of one student."""
    student = find_student(request, public_id)
    rows = rules.visible_disclosures(request.viewer).filter(student=student)
    context = {
        "page": page_of(request, rows),
        "student": student,
        "is_own": student.person_id == request.viewer.person_id,
        "may_note": rules.may_note(request.viewer),
    }
    return render(request, "disclosures/log.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Staff write down what they gave."""
    student, viewer = find_student(request, public_id), request.viewer
    require(rules.may_note(viewer))
    form = NoteForm(sent(request), people=list(rules.rights_holders(student)))
    if form.is_bound and form.is_valid():
        actions.note_disclosure(student, **form.cleaned_data, by=viewer)
        return go_to(request, url("disclosures:for", public_id), _("Written down."))
    context = {"form": form, "student": student}
    return page_or_422(request, "disclosures/note.html", context, bound=form.is_bound)


def find_student(request: ViewerRequest, public_id: str) -> Student:
    return get_object_or_404(students_on_record(request.viewer), public_id=public_id)
