"""Everything as a folder of plain files: asked for, being made, saved."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.evidence.rules import own_student, students_with_pieces
from kindling.kit.http import go_to, require
from kindling.kit.limits import take as count
from kindling.portfolio import actions, rules
from kindling.portfolio.models import Folder
from kindling.schools.http import ViewerRequest
from kindling.uploads.answering import stored_answer

DAY = 86400
MOST_A_DAY = 10


@require_POST
def take(request: ViewerRequest) -> HttpResponse:
    """The student's own; with `student` that of somebody the registrar answers for."""
    named = request.POST.get("student")
    student = own_student(request.viewer)
    if named:
        student = get_object_or_404(students_with_pieces(request.viewer), public_id=named)
    require(student is not None and rules.may_take(request.viewer, student))
    count("portfolio-take", str(request.viewer.person_id), limit=MOST_A_DAY, seconds=DAY)
    if student is None:
        raise Http404
    folder = actions.take_along(student, by=request.viewer)
    return go_to(request, folder, _("Your folder is being made."))


@require_safe
def folder(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How far it is, and then the folder."""
    found = get_object_or_404(rules.visible_folders(request.viewer), public_id=public_id)
    return render(request, "portfolio/folder.html", {"folder": found})


@require_safe
def file(request: ViewerRequest, public_id: str) -> HttpResponseBase:
    rows = rules.visible_folders(request.viewer).filter(state=Folder.State.READY)
    found = get_object_or_404(rows, public_id=public_id)
    called = f"portfolio-{slugify(found.student.name) or 'student'}.zip"
    return stored_answer(request, found.file, found.size, "application/zip", called)
