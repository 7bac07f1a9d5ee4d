"""From permission to pursue to the last day of an internship."""

from kindling.placements.models.approval import Approval
from kindling.placements.models.memory import Memory
from kindling.placements.models.parting import ExitTalk, PrivateReading, PrivateWord
from kindling.placements.models.placement import Placement, PlacementQuerySet
from kindling.placements.models.planned_day import PlannedDay
from kindling.placements.models.policy import Order, PursuitLimit, PursuitPolicy
from kindling.placements.models.pursuit import Attempt, EndedWhy, Pursuit, PursuitQuerySet
from kindling.placements.models.tie import Tie

__all__ = [
    "Approval",
    "Attempt",
    "EndedWhy",
    "ExitTalk",
    "Memory",
    "Order",
    "Placement",
    "PlacementQuerySet",
    "PlannedDay",
    "PrivateReading",
    "PrivateWord",
    "Pursuit",
    "PursuitLimit",
    "PursuitPolicy",
    "PursuitQuerySet",
    "Tie",
]
