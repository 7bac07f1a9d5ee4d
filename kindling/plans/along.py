"""What stands beside the items of a plan and is kept by an app above this one: evidence.

Such an app registers one function in its AppConfig.ready: `along.register(pieces_of)`. It is asked
once for a whole plan and asks the database once, twice for a family.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kindling.plans.models import Plan
from kindling.schools.viewer import Viewer


class Piece(NamedTuple):
    """One thing to show for an item. `item`: the key (pk) of the item it belongs to."""

    item: int
    title: str
    url: str
    icon: str = "paperclip"


type PiecesOf = Callable[[Viewer, Plan], list[Piece]]

_asked: list[PiecesOf] = []
_add_urls: list[Callable[[str], str]] = []


def register(pieces_of: PiecesOf, *, add_url: Callable[[str], str] | None = None) -> None:
    """Let an app above say what there is. `add_url`: public id of an item → where one adds a piece."""
    if pieces_of not in _asked:
        _asked.append(pieces_of)
        if add_url:
            _add_urls.append(add_url)


def pieces_along(viewer: Viewer, plan: Plan) -> dict[int, list[Piece]]:
    """Return the pieces of a plan's items by the item's key, newest first."""
    found: dict[int, list[Piece]] = {}
    for ask in _asked:
        for piece in ask(viewer, plan):
            found.setdefault(piece.item, []).append(piece)
    return found


def add_url(item: str) -> str:
    """Where a piece is added to the item with this public id; "" when no app keeps any."""
    return _add_urls[0](item) if _add_urls else ""
