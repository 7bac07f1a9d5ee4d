"""Templates: read by who begins projects, kept by staff, shared between schools as text alone."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.projects.models import Template
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

KEEPERS = (Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL, Role.SYSTEM)


def visible_templates(viewer: Viewer) -> QuerySet[Template]:
    """The school's own, for students who begin one and for staff."""
    rows: QuerySet[Template] = Template.objects.filter(school=viewer.school)
    return rows.order_by("title", "pk") if may_read_templates(viewer) else rows.none()


def may_read_templates(viewer: Viewer) -> bool:
    """Who begins projects: students, and staff with them."""
    return viewer.is_a(Role.STUDENT, *KEEPERS) and not viewer.purpose


def visible_theirs(viewer: Viewer) -> QuerySet[Template]:
    """What other schools of the network share today. Nothing else here reads another school's row."""
    rows: QuerySet[Template] = Template.objects.filter(
        is_shared=True, is_retired=False, school__network=viewer.school.network_id
    )
    rows = rows.exclude(school=viewer.school).select_related("school")
    return rows.order_by("title", "pk") if may_keep_templates(viewer) else rows.none()


def may_keep_templates(viewer: Viewer) -> bool:
    """Who advises students, coordinator and principal."""
    return viewer.is_a(*KEEPERS) and not viewer.purpose
