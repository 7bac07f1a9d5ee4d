"""Find what an address names, through the rules."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from kindling.exhibitions import rules
from kindling.exhibitions.models import Exhibition, Panelist
from kindling.schools.http import ViewerRequest


def find_exhibition(request: ViewerRequest, public_id: str) -> Exhibition:
    found = get_object_or_404(rules.visible_exhibitions(request.viewer), public_id=public_id)
    found.school = found.student.school = request.viewer.school
    return found


def find_panelist(request: ViewerRequest, public_id: str) -> Panelist:
    rows = rules.visible_panelists(request.viewer)
    rows = rows.select_related(
        "exhibition__student__person", "exhibition__kind", "exhibition__advisor", "person"
    )
    found = get_object_or_404(rows, public_id=public_id)
    exhibition = found.exhibition
    exhibition.school = exhibition.student.school = request.viewer.school
    return found
