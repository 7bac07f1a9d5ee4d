"""On the page of an incident or a concern of support: what was told, and what was said back."""

from __future__ import annotations

from kindling.concerns.queries.told import told_of
from kindling.incidents.along import register as register_incidents
from kindling.support.along import register as register_support


def stand_along() -> None:
    """Draw it on both pages."""
    register_incidents("concerns/_told.html", told_of)
    register_support("concerns/_told.html", told_of)
