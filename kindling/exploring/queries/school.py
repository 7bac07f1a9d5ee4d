"""What the school chose."""

from __future__ import annotations

from kindling.exploring.models import ExploringChoice
from kindling.schools.viewer import Viewer


def school_choice(viewer: Viewer) -> ExploringChoice:
    """What holds at the viewer's school. One statement."""
    return ExploringChoice.of(viewer.school)
