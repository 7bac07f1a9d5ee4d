"""Apps above say here what they do when a school's timetable has changed."""

from __future__ import annotations

from collections.abc import Callable

from kindling.schools.models import School

LISTENERS: list[Callable[[School], None]] = []


def when_changed(listen: Callable[[School], None]) -> None:
    """Call this in the same transaction whenever a school has another timetable, or none."""
    if listen not in LISTENERS:
        LISTENERS.append(listen)


def tell_changed(school: School) -> None:
    for listen in LISTENERS:
        listen(school)
