"""A tree kept in rows: each row has a path, so that one ordered statement reads it as it stands."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

DEEPEST = 40  # levels; no school reads further down, and no path is longer than its column
MOST_SIBLINGS = 9999


class Cycle(Exception):
    """Things that stand below themselves; `.circle` names them in order."""

    def __init__(self, circle: list[Hashable]) -> None:
        super().__init__("a cycle")
        self.circle = circle


class TooDeep(Exception):
    """A tree nobody could read, or siblings that nobody could count."""


def paths_of[K: Hashable](parents: Mapping[K, K | None], order: Iterable[K]) -> dict[K, str]:
    """Return key → path ("0001.0003"), siblings in the given order.

    parents: key → key of its parent, None for a root; a parent that is no key is a root's.
    Raises Cycle, or TooDeep.
    """
    children: dict[K | None, list[K]] = {}
    for key in order:
        parent = parents[key]
        children.setdefault(parent if parent in parents else None, []).append(key)
    found: dict[K, str] = {}
    todo: list[tuple[K | None, str, int]] = [(None, "", 0)]
    while todo:
        above, path, depth = todo.pop()
        if depth > DEEPEST or len(children.get(above, ())) > MOST_SIBLINGS:
            raise TooDeep
        for number, key in enumerate(children.get(above, ()), 1):
            found[key] = f"{path}.{number:04}" if path else f"{number:04}"
            todo.append((key, found[key], depth + 1))
    if len(found) < len(parents):
        raise Cycle(_circle(parents, {key for key in parents if key not in found}))
    return found


def _circle[K: Hashable](parents: Mapping[K, K | None], lost: set[K]) -> list[Hashable]:
    """Walk up from what no root reaches until something comes again."""
    at: K | None = min(lost, key=str)
    walked: list[K] = []
    while at is not None and at not in walked:
        walked.append(at)
        at = parents.get(at)
    return list(walked[walked.index(at) :]) if at is not None else list(walked)
