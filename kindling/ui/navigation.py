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


def draw_links(items: Sequence[Any]) -> Links:
    """Draw the links of these items: key, label, icon, url, count, current."""
    if not items:
        return Links()
    macros: Any = engines["jinja2"].env.get_template("ui/_links.html").module  # type: ignore[attr-defined]
    return Links(items[0].url, macros.rail_links(items), macros.tab_links(items))
