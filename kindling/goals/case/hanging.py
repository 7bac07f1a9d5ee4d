"""Hang the items of a package into a tree, by its isChildOf associations alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kindling.goals.case.package import Unreadable
from kindling.goals.tree import Cycle, TooDeep, paths_of
from kindling.kit.text import plain

NAMED = 5  # of a long circle
LAST = 10**9


@dataclass(frozen=True)
class Hung:
    """Where items stand: parents and paths by identifier; `used`: id() of what made the tree."""

    parents: dict[str, str | None]
    paths: dict[str, str]
    raw: dict[str, dict[str, Any]]  # identifier → the association that hung it
    used: set[int]


def hang(items: dict[str, dict[str, Any]], links: list[dict[str, Any]], document: str) -> Hung:
    """Return the tree. An item that nothing hangs stands at the top; of two parents the first counts.

    Raises Unreadable, naming the items, when some stand below themselves.
    """
    parents: dict[str, str | None] = dict.fromkeys(items)
    raw: dict[str, dict[str, Any]] = {}
    places: dict[str, int] = {}
    for link in links:
        child, parent = (_end(link, end) for end in ("origin", "destination"))
        if child not in items or child in raw or (parent not in items and parent != document):
            continue
        parents[child] = parent if parent in items else None
        raw[child], places[child] = link, _number(link.get("sequenceNumber"))
    order = sorted(items, key=lambda key: (places.get(key, LAST), _counted(items[key])))
    try:
        paths = paths_of(parents, order)
    except Cycle as cycle:
        raise Unreadable(_sentence([items[str(key)] for key in cycle.circle])) from None
    except TooDeep:
        raise Unreadable(_("The items stand too deep below one another.")) from None
    return Hung(parents, paths, raw, {id(link) for link in raw.values()})


def _end(link: dict[str, Any], end: str) -> str:
    node = link.get(f"{end}NodeURI")
    identifier = node.get("identifier") if isinstance(node, dict) else ""
    return identifier if isinstance(identifier, str) else ""


def _number(value: Any) -> int:
    """A sequence number, which some write as a text; without one an item comes last."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return LAST


def _counted(item: dict[str, Any]) -> list[tuple[int, int, str]]:
    """A code as people count: M.G3.2 before M.G3.10. Where there is none, the file's order holds."""
    code = item.get("humanCodingScheme")
    parts = plain(code).replace("-", ".").split(".") if isinstance(code, str) else []
    return [(0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts]


def _sentence(circle: list[dict[str, Any]]) -> str:
    names = [f"“{_name(item)}”" for item in circle]
    first = names.index(min(names))
    names = [*names[first:], *names[:first]][:NAMED]
    if len(circle) == 1:
        return _("%(item)s stands below itself. Mend the associations of the package.") % {
            "item": names[0]
        }
    more = "" if len(circle) <= NAMED else " …"
    return _(
        "These items stand below one another in a circle: %(items)s. "
        "Mend the associations of the package."
    ) % {"items": " → ".join([*names, names[0]] if not more else names) + more}


def _name(item: dict[str, Any]) -> str:
    code, whole = item.get("humanCodingScheme"), item.get("fullStatement")
    return str(code or whole or item.get("identifier"))[:60]
