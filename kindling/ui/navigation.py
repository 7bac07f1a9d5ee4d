"""The links of the navigation, drawn: for the rail and for the tab bar with its menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.template import engines


@dataclass(frozen=True)
class Links:
    """What ui/_navigation.html shows. `home` is where the wordmark leads."""

    home: str = "/"
    rail: str = ""
    tabs: str = ""


FLAT = 14  # more would not fit on a small laptop


def draw_links(items: Sequence[Any]) -> Links:
    """Draw the links of these items: key, label, icon, url, count, current, group.

    Every day's stand first. With more than fourteen the others fold under their headings.
    """
    if not items:
        return Links()
    macros: Any = engines["jinja2"].env.get_template("ui/_links.html").module  # type: ignore[attr-defined]
    daily = [item for item in items if not _group(item)]
    groups: dict[str, list[Any]] = {}
    for item in items:
        if group := _group(item):
            groups.setdefault(group, []).append(item)
    if len(items) <= FLAT:
        daily, groups = [*daily, *(item for found in groups.values() for item in found)], {}
    return Links(items[0].url, macros.rail_links(daily, groups), macros.tab_links(daily, groups))


def _group(item: Any) -> str:
    """Return the heading; a navigation of few links has none."""
    return getattr(item, "group", "")
