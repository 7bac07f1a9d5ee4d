"""On a project's page: how much was kept for it, and the way to keep more."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.evidence.queries.counted import Kept, kept_for_projects
from kindling.kit.addresses import url
from kindling.projects.along import Part, show_along
from kindling.projects.models import Project
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class ProjectPieces:
    """What is kept, if anything, and where a student keeps more ("" for others)."""

    kept: Kept | None
    add_url: str


def register() -> None:
    """Tell projects. AppConfig.ready calls it once a process."""
    show_along(pieces_of)


def pieces_of(viewer: Viewer, project: Project) -> Part | None:
    """For those who work on it. One statement."""
    kept = kept_for_projects(viewer, [project.pk]).get(project.pk)
    own = viewer.is_a(Role.STUDENT)
    add = f"{url('evidence:new')}?for=project:{project.public_id}" if own else ""
    return Part("evidence/_project.html", ProjectPieces(kept, add)) if kept or add else None
