"""A family's wish to meet: their own to them, and to who guides the child."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.families.models import MeetingWish
from kindling.families.rules.family import children_of, reader_of
from kindling.meetings.rules import may_book
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import own_advisees
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def visible_wishes(viewer: Viewer) -> QuerySet[MeetingWish]:
    """The family's own, the advisor's students', and all for coordinator and principal."""
    rows: QuerySet[MeetingWish] = MeetingWish.objects.filter(school=viewer.school)
    rows = rows.select_related("student__person", "by", "meeting")
    reader = reader_of(viewer)
    seen = Q(by=viewer.person_id, student__in=children_of(reader, Matter.PLAN).values("pk"))
    if not reader.is_a(Role.GUARDIAN):
        seen = Q(pk__in=[])
    if viewer.is_a(Role.COORDINATOR, Role.PRINCIPAL) and not viewer.purpose:
        return rows
    return rows.filter(seen | Q(student__in=own_advisees(viewer)))


def own_wishes(viewer: Viewer) -> QuerySet[MeetingWish]:
    """What this family asked for, the newest first."""
    return visible_wishes(viewer).filter(by=viewer.person_id or 0).order_by("-created_at", "-pk")


def children_to_meet(viewer: Viewer) -> QuerySet[Student]:
    """About which children this family may ask for a meeting: where they know plan and meetings."""
    return children_of(reader_of(viewer), Matter.PLAN)


def may_settle_wish(viewer: Viewer, wish: MeetingWish) -> bool:
    """Whoever may book a meeting about the student."""
    return wish.by_id != viewer.person_id and may_book(viewer, wish.student)
