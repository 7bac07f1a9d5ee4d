"""What a student's tap is about."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from kindling.attendance.rules import visible_placements
from kindling.placements.models import Placement
from kindling.schools.ready import ready
from kindling.schools.viewer import Viewer


def find_placement(viewer: Viewer, public_id: str) -> Placement:
    """Return the internship; 404 for one that the viewer does not see."""
    for placement in _placements(viewer, public_id):
        found: Placement = placement
        return found
    raise Http404


@ready
def _placements(viewer: Viewer, public_id: str) -> QuerySet[Placement]:
    return visible_placements(viewer).filter(public_id=public_id)
