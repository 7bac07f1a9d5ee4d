"""What stands in the rail and the tab bar, for each hat."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.schools.roles import LEADERS, STAFF, Role
from kindling.schools.viewer import Viewer
from kindling.schools.words import word


@dataclass(frozen=True)
class NavItem:
    """One link of the navigation. `count` of 0 shows nothing."""

    key: str
    label: str
    icon: str
    url: str
    count: int = 0
    current: bool = False


# key, icon, URL name, who sees it
ENTRIES: list[tuple[str, str, str, tuple[Role, ...]]] = [
    ("today", "sun", "home:today", ()),
    ("board", "radar", "board:board", (*LEADERS, Role.ADVISOR)),
    ("students", "users", "people:students", (*LEADERS, Role.ADVISOR)),
    ("places", "map-pin", "sites:places", (*LEADERS, Role.ADVISOR, Role.STUDENT, Role.GUARDIAN)),
    ("interests", "sparkles", "interests:mine", (Role.STUDENT,)),
    ("pursuits", "route", "placements:pursuits", (*LEADERS, Role.ADVISOR, Role.STUDENT)),
    ("placements", "briefcase", "placements:list", (*LEADERS, Role.ADVISOR, Role.STUDENT)),
    ("days", "calendar-check", "attendance:days", (*LEADERS, Role.ADVISOR, Role.STUDENT)),
    ("worries", "life-buoy", "incidents:incidents", STAFF),
    ("advisories", "circle-dot", "advisory:list", LEADERS),
    ("roster", "contact", "enrollment:roster", (Role.REGISTRAR, Role.ADMINISTRATOR)),
    (
        "imports",
        "file-up",
        "exchange:imports",
        (Role.REGISTRAR, Role.ADMINISTRATOR, Role.COORDINATOR),
    ),
    ("calendar", "calendar-days", "schedule:calendar", (*LEADERS, Role.ADVISOR)),
    ("sheets", "qr-code", "keys:sheets", (Role.REGISTRAR, Role.ADMINISTRATOR, Role.ADVISOR)),
    ("links", "link", "passes:list", (*LEADERS, Role.ADVISOR)),
    ("outbox", "mail", "notices:outbox", LEADERS),
    ("settings", "settings", "office:settings", (Role.ADMINISTRATOR, Role.PRINCIPAL)),
]


def labels() -> dict[str, str]:
    """The words of the navigation: the school's own, or ours in the reader's language."""
    return {
        "today": _("Today"),
        "board": _("Board"),
        "students": _("Students"),
        "places": capfirst(word("places")),
        "interests": _("Interests"),
        "pursuits": _("Pursuits"),
        "placements": capfirst(word("internships")),
        "days": _("Days"),
        "worries": _("Worries"),
        "advisories": capfirst(word("advisories")),
        "roster": _("Roster"),
        "imports": _("Imports"),
        "calendar": _("Calendar"),
        "sheets": _("Sign-in sheets"),
        "links": _("Links"),
        "outbox": _("Outbox"),
        "settings": _("Settings"),
    }


def nav(request: HttpRequest) -> list[NavItem]:
    """Return the links this viewer may follow, the current one marked."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    if viewer is None:
        return []
    words, items = labels(), []
    for key, icon, name, roles in ENTRIES:
        if roles and not viewer.is_a(*roles):
            continue
        try:
            href = url(name)
        except NoReverseMatch:
            continue
        items.append(NavItem(key, words[key], icon, href, current=is_current(request, href, key)))
    return items


def is_current(request: HttpRequest, url: str, key: str) -> bool:
    """Today stands for its own page only, every other link for all below it."""
    return request.path == url if key == "today" else request.path.startswith(url)


def me_menu(request: HttpRequest) -> list[NavItem]:
    """What belongs to the person signed in."""
    return [NavItem("you", _("You and your devices"), "user", "/you/")]
