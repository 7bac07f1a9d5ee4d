"""Who sees the calendar, and who keeps it."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.schedule.models import Closure
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


def visible_closures(viewer: Viewer) -> QuerySet[Closure]:
    """Everyone at the school knows when it is closed; a pass shows what it names only."""
    closures: QuerySet[Closure] = Closure.objects.filter(school=viewer.school)
    return closures.none() if viewer.purpose else closures


def may_see_calendar(viewer: Viewer) -> bool:
    """The month page is for those who work here."""
    return viewer.is_staff and not viewer.purpose


def may_change_closures(viewer: Viewer) -> bool:
    """The office closes the school; the coordinator knows of internship days off."""
    return viewer.is_a(
        Role.PRINCIPAL, Role.ADMINISTRATOR, Role.REGISTRAR, Role.COORDINATOR, Role.SYSTEM
    )
