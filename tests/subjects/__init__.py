"""What the permission matrix opens, app by app: each file here has `add(maker)`.

Every file is found by itself: add yours, and touch nothing else.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules


def add_all(maker) -> None:
    for module in sorted(one.name for one in iter_modules(__path__)):
        import_module(f"{__name__}.{module}").add(maker)
