"""The links of a network's pages."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kindling.network.viewer import NetworkViewer
from kindling.ui.navigation import Links, draw_links


@dataclass(frozen=True)
class NavItem:
    """One link, as ui/_links.html draws it."""

    key: str
    label: str
    icon: str
    url: str
    current: bool
    count: int = 0


def links_of(viewer: NetworkViewer, path: str) -> Links:
    """Return the drawn links for this network; the administrators' only for them."""
    home = f"/network/{viewer.network.slug}/"
    found = [
        ("network", _("Overview"), "network", home),
        ("funnel", _("From interest to internship"), "funnel", f"{home}funnel/"),
    ]
    if viewer.is_administrator:
        found += [
            ("budget", _("Care budget"), "heart-handshake", f"{home}budget/"),
            ("people", _("People"), "users", f"{home}people/"),
        ]
    found += [("you", _("You"), "user", "/you/")]
    return draw_links([NavItem(*one, current=path == one[3]) for one in found])
