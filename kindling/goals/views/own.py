"""A student's goals: the school's and their own, side by side; the student writes their own."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.goals import actions, rules
from kindling.goals.along import lines_of
from kindling.goals.forms import OwnGoalForm
from kindling.goals.models import OwnGoal
from kindling.goals.queries.own import earlier_words, student_goals
from kindling.kit.http import go_to, page_or_422, sent
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import students_in_full
from kindling.schools.http import ViewerRequest


@require_safe
def mine(request: ViewerRequest) -> HttpResponse:
    """The student's own page."""
    return redirect("goals:for", student_self(request).public_id)


@require_safe
def goals_for(request: ViewerRequest, public_id: str) -> HttpResponse:
    student = get_object_or_404(students_in_full(request.viewer, Matter.PLAN), public_id=public_id)
    page = student_goals(request.viewer, student)
    context = {"page": page, "lines": lines_of(request.viewer, student)}
    return render(request, "goals/student.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: ViewerRequest) -> HttpResponse:
    student = student_self(request)
    form = OwnGoalForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        actions.add_own_goal(student, by=request.viewer, **form.cleaned_data)
        return go_to(request, "goals:mine", _("Written down."))
    context = {"form": form, "own": None, "earlier": ()}
    return page_or_422(request, "goals/own_form.html", context, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def own_goal(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One own goal: its student may put it differently, others read it among the student's."""
    own = find_own(request, public_id)
    if not rules.may_keep_own_goals(request.viewer, own.student):
        return redirect("goals:for", own.student.public_id)
    first = {"words": own.words, "why": own.why}
    form = OwnGoalForm(sent(request), viewer=request.viewer, was=own.goal, initial=first)
    if form.is_bound and form.is_valid():
        actions.change_own_goal(own, by=request.viewer, **form.cleaned_data)
        return go_to(request, "goals:mine", _("Saved. Your earlier words stay with you."))
    context = {"form": form, "own": own, "earlier": earlier_words(request.viewer, own)}
    return page_or_422(request, "goals/own_form.html", context, bound=form.is_bound)


@require_POST
def move(request: ViewerRequest, public_id: str, step: str) -> HttpResponse:
    """Reached, let go, taken up again."""
    own = find_own(request, public_id)
    if step not in OwnGoal.STEPS:
        raise Http404
    actions.move_own_goal(own, step, by=request.viewer)
    return go_to(request, "goals:mine", _("Saved."))


def find_own(request: ViewerRequest, public_id: str) -> OwnGoal:
    return get_object_or_404(rules.visible_own_goals(request.viewer), public_id=public_id)


def student_self(request: ViewerRequest) -> Student:
    """The viewer as a student of this school; 403 for everybody else."""
    student = rules.own_student(request.viewer)
    if student is None:
        raise PermissionDenied
    return student
