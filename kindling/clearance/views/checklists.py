"""A student at a place: is it ready, and what is missing."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kindling.clearance.items import STAGES
from kindling.clearance.pairs import Pair, pair_as
from kindling.clearance.queries.pages import checklist as checklist_page
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.http import ViewerRequest
from kindling.sites.models import Opportunity
from kindling.sites.rules import visible_opportunities


def find_pair(request: ViewerRequest, student_id: str, place_id: str) -> Pair:
    """404 for a student or a place one may not see; `?stage=` chooses what it is about."""
    student: Student = get_object_or_404(
        visible_students(request.viewer, Matter.DAYS), public_id=student_id
    )
    places = visible_opportunities(request.viewer).for_list()
    place: Opportunity = get_object_or_404(places, public_id=place_id)
    asked = request.GET.get("stage", "")
    return pair_as(request.viewer, student, place, asked if asked in STAGES else "")


@require_safe
def checklist(request: ViewerRequest, student_id: str, place_id: str) -> HttpResponse:
    pair = find_pair(request, student_id, place_id)
    page = checklist_page(request.viewer, pair, request.school.today())
    return render(request, "clearance/checklist.html", {"page": page, "pair": page.pair})
