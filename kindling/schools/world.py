"""Demo and real are two worlds. The mark stands in the database and never changes."""

from __future__ import annotations

from datetime import datetime

from django.apps import apps
from django.conf import settings

from kindling.kit import clock

_known: dict[str, bool] = {}


def is_demo() -> bool:
    """Say whether this database was made as a demo. Asked once a process: the mark never moves."""
    if "demo" not in _known:
        mark = apps.get_model("schools", "Installation").objects.first()
        if mark is None:
            return False
        _known["demo"] = mark.is_demo
    return _known["demo"]


def forget() -> None:
    """Ask the database again (tests, and the command that writes the mark)."""
    _known.clear()


def moment() -> datetime:
    """Return the moment it is. Only a demo or a test may set the clock."""
    if clock.is_set() and not settings.TESTING and not is_demo():
        raise clock.ClockRefused(
            "KINDLING_NOW and KINDLING_FREEZE work in the demo only. Unset them and start again."
        )
    return clock.moment()
