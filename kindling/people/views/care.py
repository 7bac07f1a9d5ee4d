"""Care notes: what a family allows to be known of a student in an emergency."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import go_to, page_or_422, require
from kindling.people import actions, rules
from kindling.people.forms import CareNoteForm
from kindling.people.matters import Matter
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def care_notes(request: ViewerRequest, student_id: str) -> HttpResponse:
    """Read them, and write one down with whoever allows it."""
    student = get_object_or_404(
        rules.visible_students(request.viewer, Matter.CARE), public_id=student_id
    )
    may_keep = rules.may_keep_care_notes(request.viewer, student)
    notes = rules.visible_care_notes(request.viewer).filter(student=student)
    context: dict[str, Any] = {"student": student, "notes": notes, "form": None}
    if not may_keep:
        require(request.method != "POST")
        return render(request, "people/care_notes.html", context)
    asked = request.POST if request.method == "POST" else None
    form = CareNoteForm(asked, viewer=request.viewer, student=student)
    if form.is_bound and form.is_valid():
        note = actions.allow_care_note(student, by=request.viewer, **form.cleaned_data)
        return go_to(request, note, _("Written down."))
    context["form"] = form
    return page_or_422(request, "people/care_notes.html", context, bound=form.is_bound)


@require_POST
def end_care_note(request: ViewerRequest, public_id: str) -> HttpResponse:
    note = get_object_or_404(rules.visible_care_notes(request.viewer), public_id=public_id)
    actions.end_care_note(note, by=request.viewer)
    return go_to(request, note, _("Taken back. Nobody reads it from now on."))
