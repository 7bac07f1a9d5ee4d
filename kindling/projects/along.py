"""What apps above show on a project's page: pieces kept for it, a plan it belongs to.

Such an app registers one function in its AppConfig.ready: `show_along(pieces_of)`. It is asked only
for who works on the project or advises a member, and never behind a link.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kindling.projects.models import Project
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Part:
    """A template, and what it shows as `along.facts`."""

    template: str
    facts: Any


type Show = Callable[[Viewer, Project], Part | None]
SHOWN: list[Show] = []


def show_along(show: Show) -> None:
    """Register what is shown; twice is once."""
    if show not in SHOWN:
        SHOWN.append(show)


def parts_for(viewer: Viewer, project: Project) -> list[Part]:
    """Return what is shown along. A statement for each app at most."""
    return [part for show in SHOWN if (part := show(viewer, project)) is not None]
