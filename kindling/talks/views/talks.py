"""The week of an advisor, all talks with one student, and one talk."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.ids import new_public_id
from kindling.kit.paging import page_of
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role
from kindling.talks import actions, rules
from kindling.talks.forms import HoldForm, PromiseForm, RhythmForm
from kindling.talks.models import Talk
from kindling.talks.queries.pages import family_parts, talk_page, with_page
from kindling.talks.queries.week import ago, week_page


@require_safe
def talks(request: ViewerRequest) -> HttpResponse:
    """Everyone of the advisory with their last talk; students and families find their own."""
    viewer = request.viewer
    if not rules.may_see_week(viewer):
        require(viewer.is_a(Role.STUDENT, Role.GUARDIAN) and not viewer.purpose)
        own = visible_students(viewer, Matter.PLAN).order_by("person__sort_name", "pk")
        return show_with(request, get_object_or_404(own[:1]))
    show = "silent" if request.GET.get("show") == "silent" else "all"
    choice = rules.choice_of(viewer)
    page, lines = week_page(request, show, choice.silent_days)
    context = {"page": page, "lines": lines, "show": show, "choice": choice, "ago": ago}
    context |= {"today": viewer.school.today(), "may_choose": rules.may_choose(viewer)}
    context["reads_notes"] = rules.reads_notes(viewer)
    return render(request, "talks/week.html", context)


def find_student(request: ViewerRequest, public_id: str) -> Student:
    return get_object_or_404(visible_students(request.viewer, Matter.PLAN), public_id=public_id)


@require_safe
def with_student(request: ViewerRequest, public_id: str) -> HttpResponse:
    """All talks with one student; a family reads what their school lets them."""
    return show_with(request, find_student(request, public_id))


def show_with(request: ViewerRequest, student: Student) -> HttpResponse:
    viewer = request.viewer
    if viewer.is_a(Role.GUARDIAN) and not rules.may_prepare(viewer, student):
        page = page_of(request, rules.family_talks(viewer, student), size=10)
        context = {"student": student, "page": page, "family_parts": family_parts}
        return render(request, "talks/family.html", context)
    found = with_page(viewer, student)
    require(found.is_own or found.may_hold)
    earlier = rules.visible_talks(viewer).filter(student=student, state__in=Talk.OVER)
    form = RhythmForm(initial={"every_days": found.last.every_days if found.last else None})
    context = {"found": found, "page": page_of(request, earlier, size=20), "form": form}
    return render(
        request, "talks/with.html", {**context, "today": viewer.school.today(), "ago": ago}
    )


@require_POST
def prepare(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Say beforehand what it is about."""
    return redirect(actions.next_talk(find_student(request, public_id), by=request.viewer))


@require_POST
def start(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Begin the next talk now."""
    coming = actions.next_talk(find_student(request, public_id), by=request.viewer)
    actions.start_talk(coming, by=request.viewer)
    return redirect(coming)


@require_POST
def rhythm(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Talk more or less often with this one."""
    student, form = find_student(request, public_id), RhythmForm(request.POST)
    if form.is_valid():
        actions.choose_rhythm(student, form.cleaned_data["every_days"], by=request.viewer)
    told = _("Saved.") if form.is_valid() else _("Give a number from 1 to 90.")
    return go_to(request, url("talks:with", student.public_id), told)


def find_talk(request: ViewerRequest, public_id: str) -> Talk:
    return get_object_or_404(rules.visible_talks(request.viewer), public_id=public_id)


@require_safe
def talk(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One talk: prepared, held, or over."""
    found = find_talk(request, public_id)
    form = HoldForm(initial={"tap": new_public_id()})
    return show_talk(request, found, form, promise_forms(request, found))


def promise_forms(request: ViewerRequest, found: Talk) -> list[PromiseForm]:
    """Two lines to promise something, as sent or empty."""
    known: dict[str, Any] = {"viewer": request.viewer, "student": found.student}
    return [PromiseForm(sent(request), prefix=name, **known) for name in ("one", "two")]


def show_talk(
    request: ViewerRequest, found: Talk, form: HoldForm, promises: list[PromiseForm]
) -> HttpResponse:
    context = {"found": talk_page(request.viewer, found), "form": form, "promises": promises}
    return page_or_422(request, "talks/talk.html", context, bound=form.is_bound)
