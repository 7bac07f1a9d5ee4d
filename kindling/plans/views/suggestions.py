"""What others would change in a student's plan, and what the student makes of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import go_to, require
from kindling.kit.paging import page_of
from kindling.people.models import Student
from kindling.plans import actions, rules
from kindling.plans.forms import DeclineForm
from kindling.plans.models import Suggestion
from kindling.schools.http import ViewerRequest


@require_safe
def suggestions(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Everything that was suggested to one student, what waits first."""
    student = get_object_or_404(rules.students_with_plans(request.viewer), public_id=public_id)
    return show(request, student)


def show(
    request: ViewerRequest,
    student: Student,
    wrong: tuple[str, DeclineForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    rows = rules.visible_suggestions(request.viewer).filter(student=student)
    context = {
        "student": student,
        "own": rules.part_of(request.viewer, student).is_student,
        "page": page_of(request, rows.order_by("settled_at", "-at", "-pk")),
        "decline": DeclineForm(),
        "wrong": wrong,
    }
    return render(request, "plans/suggestions.html", context, status=status)


def find(request: ViewerRequest, public_id: str) -> Suggestion:
    return get_object_or_404(rules.visible_suggestions(request.viewer), public_id=public_id)


@require_POST
def accept(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take it into the plan."""
    item = actions.accept_suggestion(find(request, public_id), by=request.viewer)
    if item is None:
        told = _("Kept for you. It goes into the plan you begin next.")
        return go_to(request, find(request, public_id), told)
    return go_to(request, item, _("It is in your plan now. Put it into your own words."))


@require_POST
def decline(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Leave it, and say why."""
    one, form = find(request, public_id), DeclineForm(request.POST)
    require(rules.may_answer_suggestion(request.viewer, one))
    if not form.is_valid():
        return show(request, one.student, (one.public_id, form), 422)
    actions.decline_suggestion(one, by=request.viewer, **form.cleaned_data)
    return go_to(request, one, _("Left out, with your reason."))
