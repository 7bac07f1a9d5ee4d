"""Who looked at a record."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kindling.kit.paging import page_of
from kindling.looks import queries, rules
from kindling.schools.http import ViewerRequest


@require_safe
def looks_at(request: ViewerRequest, public_id: str) -> HttpResponse:
    """At one student's."""
    viewer = request.viewer
    student = get_object_or_404(rules.lookable_students(viewer), public_id=public_id)
    page = page_of(request, rules.visible_looks(viewer).filter(student=student))
    context = {
        "page": page,
        "days": queries.look_days(page.object_list),
        "student": student,
        "is_own": student.person_id == viewer.person_id,
    }
    return render(request, "looks/looks.html", context)
