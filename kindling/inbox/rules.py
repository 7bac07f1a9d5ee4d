"""Who has an inbox, and what may be put aside."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.inbox.models import Aside
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

# Somebody's safety: always on top, never put aside.
SAFETY = frozenset({"alarm", "worry"})


def has_inbox(viewer: Viewer) -> bool:
    """Who works, learns or has a child here. The bearer of a link has the link."""
    inside = viewer.is_staff or viewer.is_a(Role.STUDENT, Role.GUARDIAN)
    return inside and not viewer.purpose and viewer.person is not None


def visible_asides(viewer: Viewer) -> QuerySet[Aside]:
    """What this person put aside and is not back yet."""
    rows: QuerySet[Aside] = Aside.objects.filter(school=viewer.school, person=viewer.person_id)
    return rows.filter(until_on__gt=viewer.school.today())


def is_safety(key: str) -> bool:
    """Say whether this is about somebody's safety."""
    return key.partition(":")[0].partition(".")[0] in SAFETY


def may_put_aside(viewer: Viewer, key: str) -> bool:
    """Anything of one's own inbox but what is about somebody's safety."""
    return has_inbox(viewer) and not is_safety(key)
