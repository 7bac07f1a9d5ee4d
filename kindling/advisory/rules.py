"""Who sees which advisory."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kindling.advisory.models import Advisory
from kindling.people.rules import may_edit_roster
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def visible_advisories(viewer: Viewer) -> QuerySet[Advisory]:
    """Leaders see all; advisors theirs; students the one they are in."""
    advisories: QuerySet[Advisory] = Advisory.objects.filter(school=viewer.school)
    if viewer.purpose:
        return advisories.none()
    if viewer.is_leader or viewer.is_a(Role.SYSTEM):
        return advisories
    today = viewer.school.today()
    held = Q(advisors__until_on__isnull=True) | Q(advisors__until_on__gte=today)
    seen = Q(pk__in=[])
    if viewer.is_a(Role.ADVISOR):
        seen |= Q(advisors__person=viewer.person_id, advisors__since_on__lte=today) & held
    if viewer.is_a(Role.STUDENT):
        seat = Q(seats__until_on__isnull=True) | Q(seats__until_on__gte=today)
        seen |= Q(seats__student__person=viewer.person_id) & seat
    return advisories.filter(seen).distinct()


def may_change_advisory(viewer: Viewer) -> bool:
    """Who keeps the roster decides who is in which advisory."""
    return may_edit_roster(viewer)
