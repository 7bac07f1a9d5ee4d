"""Where projects are found and begun."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.kit.trying import works
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.projects import actions, rules
from kindling.projects.collection import named, offered
from kindling.projects.forms.projects import BeginForm
from kindling.projects.models import Project
from kindling.projects.queries import lists
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role


@require_safe
def projects(request: ViewerRequest) -> HttpResponse:
    """One's own; the board of an advisory for staff; a family's; with ?student= one student's."""
    viewer = request.viewer
    if request.GET.get("student"):
        return of_student(request)
    if request.GET.get("show") == "closed":
        return closed(request)
    if viewer.is_staff:
        found = lists.board(viewer, request.GET.get("advisory", ""))
        return render(request, "projects/board.html", {"board": found})
    if viewer.is_a(Role.STUDENT):
        student = rules.own_student(viewer)
        own = lists.projects_of(viewer, student) if student else []
        return render(request, "projects/mine.html", {"cards": own, "student": student})
    rows = page_of(request, lists.with_members(rules.visible_projects(viewer).for_list()))
    cards = lists.cards(rows.object_list, viewer)
    return render(request, "projects/family.html", {"cards": cards, "page": rows})


def of_student(request: ViewerRequest) -> HttpResponse:
    """What one student works on, of what the viewer sees."""
    student = find_student(request)
    facts = {"student": student, "may_begin": rules.may_begin(request.viewer, student)}
    cards = lists.projects_of(request.viewer, student)
    return render(request, "projects/of.html", {**facts, "cards": cards})


def closed(request: ViewerRequest) -> HttpResponse:
    """What is over, newest first."""
    page = page_of(request, lists.finished(request.viewer))
    cards = lists.cards(page.object_list, request.viewer)
    return render(request, "projects/closed.html", {"cards": cards, "page": page})


def find_student(request: ViewerRequest) -> Student:
    """The student of ?student=, or the viewer as one."""
    public_id = request.GET.get("student", "")
    if public_id:
        found: Student = get_object_or_404(
            visible_students(request.viewer, Matter.PLAN), public_id=public_id
        )
        return found
    own = rules.own_student(request.viewer)
    if own is None:
        raise Http404
    return own


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: ViewerRequest) -> HttpResponse:
    """Begin one, from a template or from nothing."""
    student = find_student(request)
    require(rules.may_begin(request.viewer, student))
    rows = list(rules.visible_templates(request.viewer))
    template = named(request.GET.get("template", ""), rows)
    placements = list(rules.placements_for(request.viewer, student))
    first = {"title": template.title if template else ""}
    form = BeginForm(sent(request), placements=placements, initial=first)
    made: list[Project] = []
    by = request.viewer
    if form.is_bound and works(
        form,
        lambda: made.append(actions.begin_project(student, template=template, by=by, **form.facts)),
    ):
        return go_to(request, made[0], _("Begun. Now write what it is about."))
    context = {"form": form, "student": student, "template": template, "offered": offered(rows)}
    return page_or_422(request, "projects/start.html", context, bound=form.is_bound)
