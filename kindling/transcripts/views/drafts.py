"""The page that a student writes with their advisor, and the pieces readers may open."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.addresses import url
from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import students_in_full
from kindling.schools.http import ViewerRequest
from kindling.transcripts import actions, queries, rules
from kindling.transcripts.forms import PickForm
from kindling.transcripts.models import Draft
from kindling.transcripts.prompts import prompts


@require_POST
def begin(request: ViewerRequest, public_id: str) -> HttpResponse:
    made = actions.begin_draft(find_student(request, public_id), by=request.viewer)
    return go_to(request, made, _("Begin with the part you like best."))


@require_safe
def draft(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Write it, or read it."""
    page = queries.draft_page(request.viewer, find(request, public_id))
    return render(request, "transcripts/draft.html", {"page": page})


@require_POST
def save(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One part."""
    found = find(request, public_id)
    require(rules.may_write(request.viewer, found.student))
    edit = Edit.sent(request, Draft.FIELDS)
    clash = actions.save_draft(found, edit.field, edit.text, base=edit.base, by=request.viewer)
    return answer_edit(request, edit, clash, label=prompts()[edit.field].heading, to=found)


@require_POST
def move(request: ViewerRequest, public_id: str, move_name: str) -> HttpResponse:
    """Hand in, agree, go on writing."""
    found = find(request, public_id)
    steps = {
        "hand-in": (actions.hand_in_draft, _("Your advisor reads it now.")),
        "agree": (actions.agree_to_draft, _("Agreed. It can be certified.")),
        "reopen": (actions.reopen_draft, _("You can go on writing.")),
    }
    if move_name not in steps:
        raise Http404
    act, toast = steps[move_name]
    act(found, by=request.viewer)
    return go_to(request, found, toast)


@require_http_methods(["GET", "HEAD", "POST"])
def pieces(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Only the student chooses."""
    viewer, student = request.viewer, find_student(request, public_id)
    require(rules.may_pick(viewer, student))
    now = [one.evidence.public_id for one in rules.picked_pieces(student)]
    every = list(rules.pieces_to_pick(viewer, student))
    form = PickForm(sent(request), pieces=every, initial={"pieces": now})
    if form.is_bound and form.is_valid():
        actions.pick_pieces(student, form.chosen, by=viewer)
        return go_to(request, url("transcripts:for", public_id), _("Saved."))
    context = {"form": form, "student": student}
    return page_or_422(request, "transcripts/pieces.html", context, bound=form.is_bound)


def find(request: ViewerRequest, public_id: str) -> Draft:
    """404 for who may not read it, and before it is begun."""
    student = find_student(request, public_id)
    found = rules.draft_of(student) if rules.may_read_draft(request.viewer, student) else None
    if found is None:
        raise Http404
    found.student = student
    return found


def find_student(request: ViewerRequest, public_id: str) -> Student:
    return get_object_or_404(students_in_full(request.viewer, Matter.WORDS), public_id=public_id)
