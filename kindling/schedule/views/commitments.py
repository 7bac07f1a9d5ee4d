"""When one student is elsewhere."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import require, sent
from kindling.kit.paging import page_of
from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.schedule import actions, rules
from kindling.schedule.forms.commitments import CommitmentForm
from kindling.schedule.views.keeping import kept
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def own_time(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A student's doctor, college class and the like: the list, and one more."""
    student = get_object_or_404(visible_students(request.viewer, Matter.DAYS), public_id=public_id)
    may_change = rules.may_keep_commitments(request.viewer, student)
    require(may_change or request.method != "POST")
    rows = rules.visible_commitments(request.viewer).filter(student=student)
    context = {
        "student": student,
        "page": page_of(request, rows.order_by("-since_on", "-pk")),
        "may_change": may_change,
    }
    form = CommitmentForm(sent(request), initial={"since_on": request.school.today()})

    def act() -> object:
        return actions.add_commitment(student, by=request.viewer, **form.cleaned_data)

    to = reverse("schedule:own_time", args=[public_id])
    return kept(request, form, ("schedule/own_time.html", context), act, to)


@require_POST
def end_commitment(request: ViewerRequest, public_id: str) -> HttpResponse:
    commitments = rules.visible_commitments(request.viewer)
    commitment = get_object_or_404(commitments, public_id=public_id)
    actions.end_commitment(commitment, by=request.viewer)
    return redirect("schedule:own_time", commitment.student.public_id)
