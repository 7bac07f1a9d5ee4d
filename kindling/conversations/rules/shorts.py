"""Who uses the school's short messages, and who writes them."""

from __future__ import annotations

from kindling.schools.viewer import Viewer


def may_use_shorts(viewer: Viewer) -> bool:
    """Who works at the school: they speak for it."""
    return viewer.is_staff and not viewer.purpose


def may_write_shorts(viewer: Viewer) -> bool:
    """Leaders: what stands there is the school's word, in languages not everybody reads."""
    return viewer.is_leader and not viewer.purpose
