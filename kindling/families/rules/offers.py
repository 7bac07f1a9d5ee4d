"""What families offer: their own to them, and to whoever answers for their children or the school."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.families.models import FamilyOffer
from kindling.families.rules.family import guardians_written_to, reader_of
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

ANSWERERS = (Role.COORDINATOR, Role.PRINCIPAL)


def visible_offers(viewer: Viewer) -> QuerySet[FamilyOffer]:
    """Families their own; leaders all; an advisor those of their own students' families.

    How to reach a workplace stands there, so nobody else reads one.
    """
    rows: QuerySet[FamilyOffer] = FamilyOffer.objects.filter(school=viewer.school)
    rows = rows.select_related("by", "answered_by", "lead")
    if viewer.is_leader and not viewer.purpose:
        return rows
    seen = Q(pk__in=[])
    if reader_of(viewer).is_a(Role.GUARDIAN):
        seen |= Q(by=viewer.person_id)
    if viewer.is_a(Role.ADVISOR) and not viewer.purpose:
        seen |= Q(by__in=guardians_written_to(viewer).order_by().values("pk"))
    return rows.filter(seen)


def own_offers(viewer: Viewer) -> QuerySet[FamilyOffer]:
    """What this reader offered, the newest first."""
    return visible_offers(viewer).filter(by=viewer.person_id or 0).order_by("-created_at", "-pk")


def may_answer_offer(viewer: Viewer, offer: FamilyOffer) -> bool:
    """Coordinator, principal, and the own advisor of a child of theirs. Nobody answers themselves.

    A lead is answered where leads are (outreach).
    """
    if viewer.purpose or offer.lead_id or offer.by_id == viewer.person_id:
        return False
    if viewer.is_a(*ANSWERERS):
        return offer.school_id == viewer.school.pk
    return viewer.is_a(Role.ADVISOR) and visible_offers(viewer).filter(pk=offer.pk).exists()


def may_take_back(viewer: Viewer, offer: FamilyOffer) -> bool:
    """Who offered it."""
    return own_offers(viewer).filter(pk=offer.pk).exists()


def answerers(viewer: Viewer) -> QuerySet[Person]:
    """Coordinators and principals of today: told of what families offer."""
    today = viewer.school.today()
    worn = Q(memberships__until_on__isnull=True) | Q(memberships__until_on__gte=today)
    people: QuerySet[Person] = Person.objects.filter(
        worn, school=viewer.school, memberships__role__in=ANSWERERS,
        memberships__since_on__lte=today,
    )  # fmt: skip
    return people.distinct().order_by("pk")
