"""What pages show of queues."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Min, Q

from kindling.people.matters import Matter
from kindling.people.rules import visible_students
from kindling.placements import rules
from kindling.placements.line import Turn, line_for, order_in_words
from kindling.placements.models import Pursuit
from kindling.placements.policy import policy_of
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, OpportunityQuerySet
from kindling.sites.rules import visible_opportunities


@dataclass(frozen=True)
class QueuePage:
    """One queue. `known`: keys of the students whose names this viewer may read."""

    place: Opportunity
    order: str
    turns: list[Turn]
    offered: list[Pursuit]
    known: frozenset[int]


@dataclass(frozen=True)
class Standing:
    """Where one student stands in a queue, with the reason and the school's promise."""

    turn: Turn
    of: int
    order: str


def queues_to_list(viewer: Viewer) -> OpportunityQuerySet:
    """Return the places for which somebody waits, the longest queue first."""
    waits = Q(pursuits__state__in=Pursuit.IN_LINE)
    places: OpportunityQuerySet = visible_opportunities(viewer).filter(waits)
    counted = places.annotate(waiting=Count("pursuits"), since=Min("pursuits__queued_at"))
    ordered: OpportunityQuerySet = counted.select_related("site__organisation").order_by(
        "-waiting", "title", "pk"
    )
    return ordered


def queue_page(viewer: Viewer, place: Opportunity) -> QueuePage:
    """Return the queue for one place: four statements."""
    policy = policy_of(viewer.school)
    offered = Pursuit.objects.filter(opportunity=place, state=Pursuit.State.OFFERED)
    turns = line_for(place, policy)
    waiting = list(offered.select_related("student__person").order_by("until_on", "pk"))
    keys = {one.student_id for one in [*waiting, *(turn.pursuit for turn in turns)]}
    seen = visible_students(viewer, Matter.DAYS).filter(pk__in=keys).values_list("pk", flat=True)
    return QueuePage(place, order_in_words(policy), turns, waiting, frozenset(seen))


def standing_of(viewer: Viewer, pursuit: Pursuit) -> Standing | None:
    """Say where a pursuit stands in its queue; None when it is in none. Two statements."""
    if pursuit.state != Pursuit.State.QUEUED:
        return None
    policy = policy_of(viewer.school)
    turns = line_for(pursuit.opportunity, policy)
    mine = next((turn for turn in turns if turn.pursuit.pk == pursuit.pk), None)
    return Standing(mine, len(turns), order_in_words(policy)) if mine else None


def can_wait(viewer: Viewer, pursuit: Pursuit) -> bool:
    """Say whether a request can move to the queue: no seat is free, and it holds none."""
    if pursuit.state != Pursuit.State.REQUESTED or pursuit.seat_id is not None:
        return False
    return not pursuit.opportunity.count_free_seats() and rules.may_queue(viewer, pursuit)
