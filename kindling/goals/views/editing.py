"""Frameworks and their goals as those who edit them change them."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.goals import actions, rules
from kindling.goals.forms import (
    FrameworkForm,
    GoalForm,
    LevelsForm,
    PublishForm,
    SettingsForm,
    TitleForm,
)
from kindling.goals.queries.pages import framework_page, goal_page
from kindling.goals.views.reading import find_framework, find_goal
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
def make(request: ViewerRequest) -> HttpResponse:
    """A framework of the school's own, from nothing."""
    require(rules.may_edit_goals(request.viewer))
    form = TitleForm(sent(request))
    if form.is_bound and form.is_valid():
        made = actions.make_framework(by=request.viewer, **form.cleaned_data)
        return go_to(request, made, _("A draft. Add the first goal."))
    context = {"form": form, "title": _("Write goals of our own"), "back": None}
    return page_or_422(request, "goals/form.html", context, bound=form.is_bound)


@require_POST
def start(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Begin the next version."""
    framework = find_framework(request, public_id)
    draft = actions.start_version(framework, by=request.viewer)
    return go_to(request, draft, _("This is the draft. Nobody else sees it until you publish."))


@require_http_methods(BOTH)
def copy(request: ViewerRequest, public_id: str) -> HttpResponse:
    framework = find_framework(request, public_id)
    require(rules.may_edit_goals(request.viewer))
    form = TitleForm(sent(request), initial={"title": framework.title})
    if form.is_bound and form.is_valid():
        title = form.cleaned_data["title"]
        made = actions.copy_framework(framework, by=request.viewer, title=title)
        return go_to(request, made, _("Copied. Make it your own."))
    context = {"form": form, "title": _("Make a copy of our own"), "back": framework}
    return page_or_422(request, "goals/form.html", context, bound=form.is_bound)


@require_http_methods(BOTH)
def change(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What a draft is called."""
    framework = find_framework(request, public_id)
    require(rules.may_edit_goals(request.viewer))
    names = ("title", "text", "is_planned", "licence")
    form = FrameworkForm(sent(request), initial={name: getattr(framework, name) for name in names})
    if form.is_bound and form.is_valid():
        actions.change_framework(framework, by=request.viewer, **form.cleaned_data)
        return go_to(request, framework, _("Saved."))
    context = {"form": form, "title": framework.title, "back": framework}
    return page_or_422(request, "goals/form.html", context, bound=form.is_bound)


@require_http_methods(BOTH)
def levels(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The scale of a draft."""
    framework = find_framework(request, public_id)
    require(rules.may_edit_goals(request.viewer))
    form = LevelsForm(sent(request), framework=framework)
    if form.is_bound and form.is_valid():
        actions.set_levels(framework, by=request.viewer, **form.chosen)
        return go_to(request, framework, _("Saved."))
    context = {"form": form, "framework": framework}
    return page_or_422(request, "goals/levels.html", context, bound=form.is_bound)


@require_POST
def publish(request: ViewerRequest, public_id: str) -> HttpResponse:
    framework, form = find_framework(request, public_id), PublishForm(request.POST)
    if not form.is_valid():
        context = {"page": framework_page(request.viewer, framework), "form": form}
        return page_or_422(request, "goals/framework.html", context, bound=True)
    actions.publish_framework(framework, by=request.viewer, **form.cleaned_data)
    return go_to(request, framework, _("In use from now on."))


@require_POST
def step(request: ViewerRequest, public_id: str, verb: str) -> HttpResponse:
    """Throw a draft away, use a version no longer, or add the optional goal."""
    framework = find_framework(request, public_id)
    if verb == "discard":
        actions.discard_draft(framework, by=request.viewer)
        return go_to(request, "goals:goals", _("The draft is thrown away."))
    acts = {"retire": actions.retire_framework, "optional": actions.add_optional}
    if verb not in acts:
        raise Http404
    acts[verb](framework, by=request.viewer)
    return go_to(request, framework, _("Saved."))


@require_http_methods(BOTH)
def add_goal(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A goal of a draft, at the top or below another one (?under=)."""
    framework = find_framework(request, public_id)
    require(rules.may_edit_goals(request.viewer))
    form = GoalForm(sent(request), framework=framework, under=request.GET.get("under", ""))
    if form.is_bound and form.is_valid():
        actions.add_goal(framework, by=request.viewer, parent=form.parent, **form.facts)
        return go_to(request, framework, _("Added."))
    context = {"form": form, "title": _("Add a goal"), "back": framework}
    return page_or_422(request, "goals/form.html", context, bound=form.is_bound)


@require_http_methods(BOTH)
def change_goal(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The words of a draft's goal, and what each level means for it."""
    goal = find_goal(request, public_id)
    require(rules.may_edit_goals(request.viewer))
    form = GoalForm(sent(request), framework=goal.framework, page=goal_page(goal))
    if form.is_bound and form.is_valid():
        actions.change_goal(goal, by=request.viewer, steps=form.steps, **form.facts)
        return go_to(request, goal.framework, _("Saved."))
    context = {"form": form, "title": str(goal), "back": goal.framework}
    return page_or_422(request, "goals/form.html", context, bound=form.is_bound)


@require_POST
def step_goal(request: ViewerRequest, public_id: str, way: str) -> HttpResponse:
    """Up, down, or out of the draft."""
    goal, by = find_goal(request, public_id), request.viewer
    if way == "remove":
        actions.remove_goal(goal, by=by)
    elif way in {"up", "down"}:
        actions.move_goal(goal, by=by, up=way == "up")
    else:
        raise Http404
    return redirect(goal.framework)


@require_http_methods(BOTH)
def settings(request: ViewerRequest) -> HttpResponse:
    """Who edits goals."""
    require(rules.may_change_settings(request.viewer))
    now = rules.settings_of(request.viewer.school)
    form = SettingsForm(sent(request), initial={"advisors_edit": now.advisors_edit})
    if form.is_bound and form.is_valid():
        actions.set_advisors_edit(form.cleaned_data["advisors_edit"], by=request.viewer)
        return go_to(request, "goals:goals", _("Saved."))
    context = {"form": form, "title": _("Who edits goals"), "back": None}
    return page_or_422(request, "goals/form.html", context, bound=form.is_bound)
