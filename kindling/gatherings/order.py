"""Whose turn is next: who has waited longest. No rows, only order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date


def next_of(students: Iterable[tuple[int, str]], last: Mapping[int, date]) -> int | None:
    """Return the key of who has waited longest; None for an empty group.

    students: (key, name to sort by). last: when each was asked last, held or passed on. Who was
    never asked comes first, by name; who passes waits like everybody else.
    """
    waiting = sorted(students, key=lambda one: (last.get(one[0], date.min), one[1], one[0]))
    return waiting[0][0] if waiting else None
