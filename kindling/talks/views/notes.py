"""Private notes: each opening is written down."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.people.models import Student
from kindling.schools.http import ViewerRequest
from kindling.talks import actions, rules
from kindling.talks.forms import NoteForm
from kindling.talks.views.talks import find_student


@require_http_methods(["GET", "HEAD", "POST"])
def notes(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read those one may read, and write one."""
    student, form = find_student(request, public_id), NoteForm(sent(request))
    if form.is_bound and form.is_valid():
        actions.write_note(student, form.cleaned_data["text"], by=request.viewer)
        return go_to(request, url("talks:notes", public_id), _("Kept. Only you read it here."))
    return show(request, student, form)


def show(request: ViewerRequest, student: Student, form: NoteForm) -> HttpResponse:
    viewer = request.viewer
    actions.open_notes(student, by=viewer)
    context = {
        "student": student,
        "form": form,
        "page": page_of(request, rules.visible_notes(viewer, student), size=20),
        "may_write": rules.may_keep_notes(viewer, student),
        "readers": rules.current_readers(viewer),
        "openings": rules.openings_of(student)[:20],
    }
    return page_or_422(request, "talks/notes.html", context, bound=form.is_bound)


@require_POST
def correct(request: ViewerRequest, public_id: str, note_id: str) -> HttpResponse:
    """Other words beside the old ones."""
    student, form = find_student(request, public_id), NoteForm(request.POST)
    found = get_object_or_404(rules.visible_notes(request.viewer, student), public_id=note_id)
    require(rules.may_correct(request.viewer, found))
    if not form.is_valid():
        return show(request, student, form)
    actions.correct_note(found, form.cleaned_data["text"], by=request.viewer)
    return go_to(request, url("talks:notes", public_id), _("Corrected. The old words stay too."))
