"""Places a student might like: their own page, a part of the list of places."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import answer, is_partial
from kindling.schools.http import ViewerRequest
from kindling.sites import actions, rules
from kindling.sites.views.places import find_place


@require_safe
def liking(request: ViewerRequest) -> HttpResponse:
    """For the student alone; htmx asks for the part."""
    part = "sites/_liking.html" if is_partial(request) else "sites/liking.html"
    return render(request, part, shown(request))


@require_POST
def put_away(request: ViewerRequest, public_id: str) -> HttpResponse:
    actions.put_away(find_place(request, public_id), by=request.viewer)
    return again(request, _("Put away."))


@require_POST
def bring_back(request: ViewerRequest) -> HttpResponse:
    actions.bring_back(by=request.viewer)
    return again(request, _("All of them are back."))


def again(request: ViewerRequest, toast: str) -> HttpResponse:
    """Show what is offered now."""
    context = shown(request) if is_partial(request) else {}
    return answer(request, "sites/_liking.html", context, to=reverse("sites:liking"), toast=toast)


def shown(request: ViewerRequest) -> dict[str, Any]:
    from kindling.sites.queries.liking import might_like  # noqa: PLC0415  numpy, when needed

    student = rules.own_student(request.viewer)
    if student is None:
        raise PermissionDenied
    return {"liking": might_like(request.viewer, student)}
