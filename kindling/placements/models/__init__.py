"""From permission to pursue to the last day of an internship."""

from kindling.placements.models.placement import Placement, PlacementQuerySet
from kindling.placements.models.planned_day import PlannedDay
from kindling.placements.models.pursuit import Attempt, Pursuit, PursuitQuerySet

__all__ = [
    "Attempt",
    "Placement",
    "PlacementQuerySet",
    "PlannedDay",
    "Pursuit",
    "PursuitQuerySet",
]
