"""Read a CASE 1.0 or 1.1 package. Nothing is fetched, whatever addresses it names.

The tree comes from isChildOf associations alone, never from codes. What we have no place for is
kept as it came.
"""

from __future__ import annotations

import json
from math import isfinite
from typing import Any

from django.utils.translation import gettext as _

from kindling.goals.case.hanging import Hung, hang
from kindling.goals.case.levels import read_steps
from kindling.goals.case.package import Item, Link, Package, Unreadable

MOST_BYTES = 20 * 1024 * 1024
MOST_ITEMS = 20_000
MOST_TITLE = 300
TREE = "isChildOf"
KEPT = ("CFDefinitions", "CFRubrics", "extensions")


def read_package(content: bytes) -> Package:
    """Return the package in a file. Raises Unreadable with a sentence."""
    found = _package_in(_json(content))
    document = _dict(found.get("CFDocument"))
    identifier = _text(document.get("identifier"), 60)
    if not identifier or not _text(document.get("title")):
        raise Unreadable(_("The package has no CFDocument with an identifier and a title."))
    raw_items = _items(found)
    links = [one for one in _list(found.get("CFAssociations")) if isinstance(one, dict)]
    hung = hang(raw_items, [one for one in links if one.get("associationType") == TREE], identifier)
    others, skipped = _links(links, hung.used)
    scale, direction, steps = read_steps(_list(found.get("CFRubrics")))
    return Package(
        identifier=identifier,
        title=_text(document.get("title"), 200),
        text=_text(document.get("notes") or document.get("description"), 2000),
        creator=_text(document.get("creator"), 300),
        language=_text(document.get("language"), 10) or "en",
        licence=_licence(found, document),
        uri=_text(document.get("uri"), 500),
        items=_hung_items(raw_items, hung),
        links=tuple(others),
        scale=scale,
        direction=direction,
        steps=steps,
        raw={"document": document, **{key: found[key] for key in KEPT if found.get(key)}},
        skipped=skipped,
    )


def _hung_items(raws: dict[str, dict[str, Any]], hung: Hung) -> tuple[Item, ...]:
    """The items in the order in which the tree is read."""
    return tuple(
        _item(raws[key], hung.parents[key], hung.paths[key], hung.raw.get(key))
        for key in sorted(raws, key=lambda key: hung.paths[key])
    )


def _json(content: bytes) -> Any:
    if len(content) > MOST_BYTES:
        raise Unreadable(_("The file is larger than 20 MB."))
    try:
        return _plain(json.loads(content))
    except (ValueError, RecursionError):
        raise Unreadable(
            _("This file is no JSON. Export the framework as a CASE package.")
        ) from None


def _plain(value: Any) -> Any:
    """What every database can keep: no NUL, no half of a sign, no number without an end."""
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "replace").decode()
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {_plain(key): _plain(one) for key, one in value.items()}
    return value


def _package_in(found: Any) -> dict[str, Any]:
    """One package; a list with one in it is one."""
    if isinstance(found, list):
        if len(found) != 1:
            raise Unreadable(
                _("This file holds %(count)s packages. Hand them in one by one.")
                % {"count": len(found)}
            )
        found = found[0]
    if isinstance(found, dict) and isinstance(found.get("CFPackage"), dict):
        found = found["CFPackage"]
    if not isinstance(found, dict) or "CFDocument" not in found:
        raise Unreadable(_("This is no CASE package: it has no CFDocument."))
    return found


def _items(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Identifier → item, in the order of the file; the first of two with one identifier."""
    items: dict[str, dict[str, Any]] = {}
    for number, raw in enumerate(_list(found.get("CFItems")), 1):
        item = _dict(raw)
        identifier = _text(item.get("identifier"), 60)
        if not identifier or not _text(item.get("fullStatement")):
            raise Unreadable(
                _("Item %(number)s has no identifier or no fullStatement.") % {"number": number}
            )
        items.setdefault(identifier, item)
    if not items:
        raise Unreadable(_("The package has no items."))
    if len(items) > MOST_ITEMS:
        raise Unreadable(_("The package has more than %(count)s items.") % {"count": MOST_ITEMS})
    return items


def _item(raw: dict[str, Any], parent: str | None, path: str, link: Any) -> Item:
    whole = _text(raw.get("fullStatement"))
    more = [whole] if len(whole) > MOST_TITLE else []
    note = _text(raw.get("notes"))
    return Item(
        identifier=_text(raw.get("identifier"), 60),
        parent=parent,
        path=path,
        code=_text(raw.get("humanCodingScheme"), 60),
        kind=_text(raw.get("CFItemType"), 120),
        title=whole if len(whole) <= MOST_TITLE else whole[: MOST_TITLE - 1] + "…",
        question=_text(_dict(raw.get("extensions")).get("question"), 300),
        text="\n\n".join([*more, note] if note else more)[:6000],
        uri=_text(raw.get("uri"), 500),
        raw={"item": raw, "link": link} if link else {"item": raw},
    )


def _links(raws: list[dict[str, Any]], used: set[int]) -> tuple[list[Link], int]:
    """Every association that made no place in the tree, each identifier once."""
    links: dict[str, Link] = {}
    skipped = 0
    for raw in raws:
        ends = [_text(_dict(raw.get(f"{end}NodeURI")).get("identifier"), 200) for end in ENDS]
        identifier = _text(raw.get("identifier"), 60)
        if raw.get("associationType") == TREE and id(raw) in used:
            continue
        if not identifier or not all(ends) or identifier in links:
            skipped += 1
            continue
        kind = _text(raw.get("associationType"), 60) or "isRelatedTo"
        links[identifier] = Link(identifier, kind, ends[0], ends[1], raw)
    return [*links.values()], skipped


ENDS = ("origin", "destination")


def _licence(found: dict[str, Any], document: dict[str, Any]) -> str:
    """The text of the licence the document names, or its title."""
    named = _dict(document.get("licenseURI"))
    licences = _list(_dict(found.get("CFDefinitions")).get("CFLicenses"))
    for one in map(_dict, licences):
        if one.get("identifier") == named.get("identifier"):
            return _text(one.get("licenseText") or one.get("title"), 4000)
    return _text(named.get("title"), 4000)


def _text(value: Any, most: int = 6000) -> str:
    """A text as it is; anything else is none."""
    return value.strip()[:most] if isinstance(value, str) else ""


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
