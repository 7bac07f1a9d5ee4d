"""Who sees which passes, and who may end one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max, Q, QuerySet

from kindling.passes.models import Pass, PassUse
from kindling.people.rules import visible_students
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def visible_passes(viewer: Viewer) -> QuerySet[Pass]:
    """Leaders see the school's; an advisor those about their students; staff the ones they made.

    A pass that names no student belongs to the students its bearer works with.
    """
    passes: QuerySet[Pass] = Pass.objects.filter(school=viewer.school)
    if viewer.purpose:
        return passes.none()
    passes = passes.select_related("bearer", "about__person", "renewed_by")
    if viewer.is_leader:
        return passes
    if not viewer.is_staff:
        return passes.none()
    seen = Q(made_by=viewer.person_id)
    if viewer.is_a(Role.ADVISOR):
        mine = visible_students(viewer)
        seen |= Q(about__in=mine) | Q(about=None, bearer__connections__student__in=mine)
    return passes.filter(seen).distinct()


def last_uses(passes: Iterable[Pass]) -> dict[int, datetime]:
    """When each of these passes was last opened or used, by primary key."""
    uses = PassUse.objects.filter(held__in=passes, what__in=["opened", "used"])
    return dict(uses.values_list("held").annotate(Max("at")))


def may_see_passes(viewer: Viewer) -> bool:
    """The list is for staff; each finds only their own there."""
    return viewer.is_staff and not viewer.purpose


def concerns(public_id: str) -> Q:
    """Passes of a person, about a student: each by its public id."""
    return Q(bearer__public_id=public_id) | Q(about__public_id=public_id)


def may_revoke_pass(viewer: Viewer, held: Pass) -> bool:
    """Whoever sees a pass may end it; ending one too many costs a new link, no more."""
    return viewer.is_staff and not viewer.purpose
