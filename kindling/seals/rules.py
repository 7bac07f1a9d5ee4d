"""The public halves are everybody's; who runs the school's computers adds a key."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.seals.models import SealKey


def school_at(slug: str) -> School | None:
    """The school of an address outside; None when there is none."""
    return School.objects.filter(slug=slug).first()


def visible_keys(viewer: Viewer) -> QuerySet[SealKey]:
    """Who runs the school sees when which key was made."""
    keys = SealKey.of(viewer.school)
    return keys if may_add_key(viewer) else keys.none()


def may_add_key(viewer: Viewer) -> bool:
    """Whoever also holds the school's other keys."""
    return not viewer.purpose and viewer.is_a(Role.ADMINISTRATOR, Role.PRINCIPAL, Role.SYSTEM)
