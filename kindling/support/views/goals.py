"""Support goals: who may read one opens it, and that is written down."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.trying import works
from kindling.schools.http import ViewerRequest
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.support import actions, rules
from kindling.support.forms import GoalForm, PersonForm, TravelForm
from kindling.support.models import SupportGoal, SupportTravel
from kindling.support.queries import goal_page, overview


@require_safe
def support(request: ViewerRequest) -> HttpResponse:
    """What one sees of support, without its words."""
    viewer = request.viewer
    require(viewer.is_staff or viewer.is_a(Role.STUDENT, Role.GUARDIAN))
    return render(request, "support/overview.html", {"page": overview(viewer)})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: ViewerRequest) -> HttpResponse:
    """Write down a goal."""
    require(rules.may_write_support(request.viewer))
    form = GoalForm(sent(request), viewer=request.viewer)
    if form.is_bound and works(
        form,
        lambda: actions.write_goal(form.cleaned_data["student"], form.words, by=request.viewer),
    ):
        return go_to(request, "support:support", _("Written down."))
    context = {"form": form, "goal": None}
    return page_or_422(request, "support/edit_goal.html", context, bound=form.is_bound)


def find(request: ViewerRequest, public_id: str) -> SupportGoal:
    return get_object_or_404(rules.visible_support_goals(request.viewer), public_id=public_id)


@require_safe
def goal(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read one; staff leave their name."""
    one = find(request, public_id)
    actions.open_goal_page(one, by=request.viewer)
    return show_goal(request, one, TravelForm(), PersonForm(viewer=request.viewer))


def show_goal(
    request: ViewerRequest, one: SupportGoal, travel: TravelForm, person: PersonForm
) -> HttpResponse:
    page = goal_page(request.viewer, one)
    decides = page.travel is not None and rules.may_decide_travel(request.viewer, page.travel)
    context = {
        "page": page, "one": one, "travel_form": travel, "person_form": person,
        "may_decide": decides,
    }  # fmt: skip
    bound = travel.is_bound or person.is_bound
    return page_or_422(request, "support/goal.html", context, bound=bound)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Change it; what it said before stays."""
    one = find(request, public_id)
    require(rules.may_manage(request.viewer, one))
    form = GoalForm(sent(request), viewer=request.viewer, goal=one)
    if form.is_bound and works(
        form, lambda: actions.change_goal(one, form.words, by=request.viewer)
    ):
        return go_to(request, "support:support", _("Saved."))
    context = {"form": form, "goal": one}
    return page_or_422(request, "support/edit_goal.html", context, bound=form.is_bound)


@require_POST
def end(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It is reached, ended, or holds again."""
    one = find(request, public_id)
    actions.end_goal(one, request.POST.get("verb", ""), by=request.viewer)
    return go_to(request, one, _("Saved."))


@require_POST
def add_reader(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One more adult reads it."""
    one = find(request, public_id)
    require(rules.may_manage(request.viewer, one))
    form = PersonForm(request.POST, viewer=request.viewer)
    if works(form, lambda: actions.add_support_reader(one, by=request.viewer, **form.cleaned_data)):
        return go_to(request, one, _("They can read it now."))
    return show_goal(request, one, TravelForm(), form)


@require_POST
def end_reader(request: ViewerRequest, public_id: str) -> HttpResponse:
    """They read it no more."""
    one = find(request, public_id)
    actions.end_support_reader(one, named(request), by=request.viewer)
    return go_to(request, one, _("They do not read it any more."))


def named(request: ViewerRequest) -> Person:
    """The adult whom a button names."""
    people = rules.staff_ever(request.viewer)
    return get_object_or_404(people, public_id=request.POST.get("person", ""))


@require_POST
def ask_travel(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Ask what a mentor may know."""
    one = find(request, public_id)
    require(rules.may_manage(request.viewer, one))
    form = TravelForm(request.POST)
    if works(form, lambda: actions.ask_travel(one, by=request.viewer, **form.cleaned_data)):
        return go_to(request, one, _("Asked. Nothing travels before the yes."))
    return show_goal(request, one, form, PersonForm(viewer=request.viewer))


def find_travel(request: ViewerRequest, public_id: str) -> SupportTravel:
    return get_object_or_404(rules.visible_travels(request.viewer), public_id=public_id)


@require_POST
def answer_travel(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Yes or no."""
    travel = find_travel(request, public_id)
    yes = request.POST.get("answer") == "yes"
    actions.answer_travel(travel, yes=yes, by=request.viewer)
    return go_to(request, travel.goal, _("Thank you. That is how it is done."))


@require_POST
def revoke_travel(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take it back."""
    travel = find_travel(request, public_id)
    actions.revoke_travel(travel, by=request.viewer)
    return go_to(request, travel.goal, _("Taken back. No mentor reads it from now on."))
