"""What rests on a piece. Apps above say so here: its file is not deleted then."""

from __future__ import annotations

from collections.abc import Callable

from kindling.evidence.models import Evidence

type Rests = Callable[[Evidence], bool]

_asked: list[Rests] = []


def register(rests: Rests) -> None:
    """Ask this one, too, before a file is deleted. AppConfig.ready calls it once a process."""
    _asked.append(rests)


def has_weight(evidence: Evidence) -> bool:
    """Whether anything rests on it."""
    return any(rests(evidence) for rests in _asked)
