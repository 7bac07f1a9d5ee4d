"""What a list shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Filter:
    """Which pursuits or internships a list shows."""

    key: str
    label: str
    states: tuple[str, ...]


def chosen(filters: list[Filter], key: str | None) -> Filter:
    """Return the filter of that key, or the first."""
    return next((one for one in filters if one.key == key), filters[0])
