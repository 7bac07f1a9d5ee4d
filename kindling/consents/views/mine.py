"""What one decides, signed in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from kindling.consents import rules
from kindling.consents.queries.answering import consent_rows
from kindling.consents.views.answering import answered
from kindling.kit.addresses import url
from kindling.kit.http import require
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role


@require_safe
def mine(request: ViewerRequest) -> HttpResponse:
    """What I allow, and what I am asked."""
    require(request.viewer.is_a(Role.GUARDIAN, Role.STUDENT, Role.ALUM))
    return render(request, "consents/mine.html", {"rows": consent_rows(request.viewer)})


@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Read one, and answer it if it is mine to decide."""
    found = get_object_or_404(rules.visible_consents(request.viewer), public_id=public_id)
    found.student.school = request.viewer.school
    require(request.method != "POST" or rules.may_answer(request.viewer, found))
    here = url("consents:consent", public_id)
    return answered(request, found, request.viewer, "consents/answer.html", here)
