"""Goals, frameworks and rubrics as everybody at the school reads them."""

from __future__ import annotations

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from kindling.goals import rules
from kindling.goals.case.writing import package_of
from kindling.goals.models import Framework, Goal, Rubric
from kindling.goals.queries.exporting import version_of
from kindling.goals.queries.pages import framework_page, goal_page, goals_page, rubric_page
from kindling.kit.addresses import url
from kindling.schools.http import ViewerRequest


@require_safe
def goals(request: ViewerRequest) -> HttpResponse:
    """What the school learns for: the planned goals, other standards, rubrics."""
    return render(request, "goals/goals.html", {"page": goals_page(request.viewer)})


@require_safe
def framework(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_framework(request, public_id)
    page = framework_page(request.viewer, found)
    return render(request, "goals/framework.html", {"page": page})


@require_safe
def case(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The version as a CASE 1.1 package, to save."""
    found = find_framework(request, public_id)
    base = request.build_absolute_uri(url("goals:goals")).removesuffix("goals/")
    package = package_of(version_of(found, f"{base}api/v1/case/"))
    answer = JsonResponse(package, json_dumps_params={"ensure_ascii": False, "indent": 1})
    name = slugify(found.title) or "goals"
    answer["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return answer


@require_safe
def goal(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_goal(request, public_id)
    context = {"page": goal_page(found), "may_edit": rules.may_edit_goals(request.viewer)}
    return render(request, "goals/goal.html", context)


@require_safe
def rubric(request: ViewerRequest, public_id: str) -> HttpResponse:
    page = rubric_page(request.viewer, find_rubric(request, public_id))
    return render(request, "goals/rubric.html", {"page": page})


def find_framework(request: ViewerRequest, public_id: str) -> Framework:
    return get_object_or_404(rules.visible_frameworks(request.viewer), public_id=public_id)


def find_goal(request: ViewerRequest, public_id: str) -> Goal:
    return get_object_or_404(rules.visible_goals(request.viewer), public_id=public_id)


def find_rubric(request: ViewerRequest, public_id: str) -> Rubric:
    return get_object_or_404(rules.visible_rubrics(request.viewer), public_id=public_id)
