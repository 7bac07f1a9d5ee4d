"""Every app that has something that waits: found by its name, so that each stands for itself.

An app offers `waits(viewer)` in `queries/waits.py`, or in `queries.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from kindling.kit.waits import Wait
from kindling.schools.viewer import Viewer

type Source = Callable[[Viewer], list[Wait]]


@cache
def sources() -> dict[str, Source]:
    """App's label → what asks it. Looked for once a process."""
    found: dict[str, Source] = {}
    for app in apps.get_app_configs():
        if app.name.startswith("kindling.") and (ask := _ask_of(app.name)):
            found[app.label] = ask
    return found


def _ask_of(app: str) -> Source | None:
    for name in (f"{app}.queries.waits", f"{app}.queries"):
        if find_spec(f"{app}.queries") and _is_there(name):
            ask: Source | None = getattr(import_module(name), "waits", None)
            if callable(ask):
                return ask
    return None


def _is_there(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # queries is a file, not a package
        return False
