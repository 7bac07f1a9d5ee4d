"""What stops a shadow day: papers that are missing, as `clearance` says them."""

from __future__ import annotations

from kindling.exploring.models import ShadowDay


def what_stops(shadow: ShadowDay) -> str:
    """Return why the day can't take place yet, in one sentence, or ""."""
    return ""
