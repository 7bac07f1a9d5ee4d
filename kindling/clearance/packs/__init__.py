"""The rule packs that come with Kindling."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from kindling.clearance.packs.model import Pack
from kindling.clearance.packs.reading import read_packs

DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=1)
def all_packs() -> dict[str, Pack]:
    """Every pack and version, by id. Read once a process; old versions stay, for who chose them."""
    return read_packs(DATA)


def newest_packs() -> list[Pack]:
    """The newest version of each pack, what is not law first, then by name."""
    newest: dict[str, Pack] = {}
    for pack in all_packs().values():
        known = newest.get(pack.key)
        if known is None or known.version < pack.version:
            newest[pack.key] = pack
    return sorted(newest.values(), key=lambda pack: (pack.is_law, pack.place, pack.name))


def with_foundations(chosen: Iterable[str]) -> list[Pack]:
    """Return the chosen packs after those they build on, each once. Unknown ids are left out."""
    found: dict[str, Pack] = {}

    def add(pack_id: str) -> None:
        pack = all_packs().get(pack_id)
        if pack is None or pack_id in found:
            return
        for below in pack.builds_on:
            add(below)
        found[pack_id] = pack

    for pack_id in chosen:
        add(pack_id)
    return list(found.values())
