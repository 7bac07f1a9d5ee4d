"""Who must not read a judgement yet. Apps above say so here: they ask somebody to judge it blind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from kindling.schools.viewer import Viewer

type KeptFrom = Callable[[Viewer], QuerySet[Any]]  # keys of judgements

_asked: list[KeptFrom] = []


def register(kept_from: KeptFrom) -> None:
    """Keep these from this viewer, too. AppConfig.ready calls it once a process."""
    _asked.append(kept_from)


def kept_from(viewer: Viewer) -> list[QuerySet[Any]]:
    """Keys of judgements that this viewer reads only after they have said their own word."""
    return [ask(viewer) for ask in _asked]
