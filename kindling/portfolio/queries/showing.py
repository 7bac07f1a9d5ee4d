"""A page as readers see it: from a copy that was shared, or as it would be now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from kindling.kit.addresses import url
from kindling.portfolio import rules
from kindling.portfolio.copying import copy_of
from kindling.portfolio.models import Share, ShowPage
from kindling.portfolio.tokens import id_in
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class ShownOne:
    """One piece. `address`, `small` and `vtt` lead to its file; file: its facts, or None."""

    number: int
    facts: dict[str, Any]
    on: date
    file: dict[str, Any] | None
    address: str = ""
    small: str = ""
    vtt: str = ""


@dataclass(frozen=True)
class Shown:
    """title, audience, intro, name, school, language stand in `facts`."""

    facts: dict[str, Any]
    pieces: tuple[ShownOne, ...]


def find_share(token: str) -> Any:
    """Return what a link names; None for one we did not make. One statement."""
    public_id = id_in(token)
    return rules.shared(public_id).first() if public_id else None


def shown_of(share: Share, token: str) -> Shown:
    """The copy, without what was taken away since, and without pictures that lost a yes. One statement."""
    state = rules.state_of(share)
    pieces = []
    for number, facts in enumerate(share.pieces, 1):
        if facts["id"] not in state:
            continue
        kept = facts["file"] if state[facts["id"]] else None
        base = f"/shown/{token}/{number}/"
        pieces.append(_one(number, facts, kept, base, f"{base}small/", f"{base}captions.vtt"))
    return Shown(share.shown, tuple(pieces))


def preview_of(viewer: Viewer, page: ShowPage) -> Shown:
    """The page as it would be shared now. One statement, and whether names are shown."""
    shown = copy_of(page, list(rules.pieces_of(page)), with_name=rules.shows_names(page.student))
    pieces = []
    for number, facts in enumerate(shown["pieces"], 1):
        links = [url(f"evidence:{name}", facts["id"]) for name in ("file", "small", "vtt")]
        pieces.append(_one(number, facts, facts["file"], *links))
    return Shown(shown, tuple(pieces))


def _one(number: int, facts: dict[str, Any], kept: dict[str, Any] | None, *links: str) -> ShownOne:
    on = date.fromisoformat(facts["on"])
    return ShownOne(number, facts, on, kept, *links) if kept else ShownOne(number, facts, on, None)


def shares_of(viewer: Viewer, page: ShowPage) -> list[tuple[Share, bool]]:
    """The page's links, the newest first, and whether each is open. One statement."""
    today = viewer.school.today()
    rows = rules.visible_shares(viewer).filter(page=page)[:50]
    return [(one, one.is_open_on(today)) for one in rows]
