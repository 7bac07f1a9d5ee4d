"""What stands in the rail and the tab bar, for each hat."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest
from django.urls import NoReverseMatch
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.schools.roles import LEADERS, STAFF, Role
from kindling.schools.viewer import Viewer
from kindling.schools.words import word
from kindling.ui.navigation import Links, draw_links


@dataclass(frozen=True)
class NavItem:
    """One link of the navigation. `count` of 0 shows nothing."""

    key: str
    label: str
    icon: str
    url: str
    count: int = 0
    current: bool = False


# key, icon, URL name, who sees it. Every day's pages first: the first four are the tab bar, and what
# comes after the first dozen is folded away on a desk.
ENTRIES: list[tuple[str, str, str, tuple[Role, ...]]] = [
    ("today", "sun", "home:today", ()),
    ("board", "radar", "board:board", (*LEADERS, Role.ADVISOR)),
    ("students", "users", "people:students", (*LEADERS, Role.ADVISOR)),
    ("alarms", "siren", "ladder:alarms", (*LEADERS, Role.ADVISOR)),
    ("places", "map-pin", "sites:places", (*LEADERS, Role.ADVISOR, Role.STUDENT, Role.GUARDIAN)),
    ("interests", "sparkles", "interests:mine", (Role.STUDENT,)),
    (
        "exploring",
        "footprints",
        "exploring:exploring",
        (Role.STUDENT, Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL),
    ),
    ("pursuits", "route", "placements:pursuits", (*LEADERS, Role.ADVISOR, Role.STUDENT)),
    ("placements", "briefcase", "placements:list", (*LEADERS, Role.ADVISOR, Role.STUDENT)),
    (
        "rounds",
        "dices",
        "rounds:rounds",
        (Role.COORDINATOR, Role.PRINCIPAL, Role.ADVISOR, Role.STUDENT),
    ),
    ("agreements", "file-pen-line", "agreements:board", (*LEADERS, Role.ADVISOR)),
    ("to_sign", "file-pen-line", "agreements:mine", (Role.STUDENT, Role.GUARDIAN)),
    ("clearance", "folder-check", "clearance:board", (*LEADERS, Role.ADVISOR)),
    ("outreach", "phone-call", "outreach:cold", (Role.COORDINATOR, Role.PRINCIPAL, Role.ADVISOR)),
    ("thanks", "gift", "thanks:thanks", (Role.COORDINATOR, Role.PRINCIPAL, Role.ADVISOR)),
    ("absences", "calendar-x", "absences:reports", (*LEADERS, Role.ADVISOR)),
    ("roll", "list-checks", "roll:rolls", (*LEADERS, Role.ADVISOR)),
    ("days", "calendar-check", "attendance:days", (*LEADERS, Role.ADVISOR, Role.STUDENT)),
    ("worries", "life-buoy", "incidents:incidents", STAFF),
    ("questions", "message-circle-question-mark", "questions:packs", LEADERS),
    ("pulse", "heart-pulse", "questions:pulses", (Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL)),
    (
        "requirements",
        "target",
        "requirements:progress",
        (*LEADERS, Role.ADVISOR, Role.STUDENT),
    ),
    ("funnel", "funnel", "funnel:funnel", (*LEADERS, Role.ADVISOR, Role.COACH)),
    ("records", "book-open-check", "records:sheet", (*LEADERS, Role.ADVISOR)),
    ("calendar", "calendar-days", "schedule:calendar", (*LEADERS, Role.ADVISOR)),
    ("advisories", "circle-dot", "advisory:list", LEADERS),
    ("roster", "contact", "enrollment:roster", (Role.REGISTRAR, Role.ADMINISTRATOR)),
    (
        "imports",
        "file-up",
        "exchange:imports",
        (Role.REGISTRAR, Role.ADMINISTRATOR, Role.COORDINATOR),
    ),
    ("travel", "bus", "travel:timetable", (Role.COORDINATOR, Role.REGISTRAR, Role.ADMINISTRATOR)),
    ("sheets", "qr-code", "keys:sheets", (Role.REGISTRAR, Role.ADMINISTRATOR, Role.ADVISOR)),
    ("links", "link", "passes:list", (*LEADERS, Role.ADVISOR)),
    ("kiosk", "tablet", "kiosk:kiosk", (*LEADERS, Role.ADVISOR, Role.STAFF)),
    ("outbox", "mail", "notices:outbox", LEADERS),
    ("texts", "message-square-text", "texts:texts", LEADERS),
    ("settings", "settings", "office:settings", (Role.ADMINISTRATOR, Role.PRINCIPAL)),
]


def labels() -> dict[str, str]:
    """The words of the navigation: the school's own, or ours in the reader's language."""
    return {**labels_of_people(), **labels_of_school()}


def labels_of_people() -> dict[str, str]:
    """What is about students and their places."""
    return {
        "today": _("Today"),
        "board": _("Board"),
        "students": _("Students"),
        "places": capfirst(word("places")),
        "outreach": _("In touch"),
        "thanks": _("Thank-yous"),
        "interests": _("Interests"),
        "exploring": _("Exploring"),
        "funnel": _("From interest to internship"),
        "pursuits": _("Pursuits"),
        "placements": capfirst(word("internships")),
    }


def labels_of_school() -> dict[str, str]:
    """What is about the school's days and its keeping."""
    return {
        "rounds": _("Rounds"),
        "agreements": _("Agreements"),
        "to_sign": _("To sign"),
        "clearance": _("Paperwork"),
        "roll": _("Roll"),
        "days": _("Days"),
        "questions": _("Questions"),
        "pulse": _("Pulse"),
        "worries": _("Worries"),
        "alarms": _("Alarms"),
        "absences": _("Absences"),
        "requirements": _("Requirements"),
        "records": _("Records"),
        "advisories": capfirst(word("advisories")),
        "roster": _("Roster"),
        "imports": _("Imports"),
        "calendar": _("Calendar"),
        "travel": _("Getting there"),
        "sheets": _("Sign-in sheets"),
        "links": _("Links"),
        "kiosk": _("Kiosk"),
        "outbox": _("Outbox"),
        "texts": _("Texts"),
        "settings": _("Settings"),
    }


def nav(roles: frozenset[str], path: str) -> list[NavItem]:
    """Return the links that people with these hats may follow, the one `path` is below marked."""
    words, items = labels(), []
    for key, icon, name, who in ENTRIES:
        if who and roles.isdisjoint(who):
            continue
        try:
            href = url(name)
        except NoReverseMatch:
            continue
        items.append(NavItem(key, words[key], icon, href, current=is_current(path, href, key)))
    return items


def is_current(path: str, url: str, key: str) -> bool:
    """Today stands for its own page only, every other link for all below it."""
    return path == url if key == "today" else path.startswith(url)


def links_for(request: HttpRequest) -> Links:
    """Return the drawn navigation of this page; nothing where nobody is signed in.

    It looks the same for all who wear the same hats at one school, so it is kept: by the school
    and its words, the hats, the language and the section (/harbor-view/places/).
    """
    viewer: Viewer | None = getattr(request, "viewer", None)
    if viewer is None:
        return Links()
    section = "/".join(request.path.split("/", 3)[:3]).rstrip("/") + "/"
    words = tuple(sorted(viewer.school.words.items()))
    return _drawn(viewer.school.slug, words, viewer.roles, get_language(), section)


@lru_cache(maxsize=512)
def _drawn(
    _slug: str,
    _words: tuple[tuple[str, str], ...],
    roles: frozenset[str],
    _language: str | None,
    section: str,
) -> Links:
    """Draw it; only called inside the request whose school, words and language these are."""
    return draw_links(nav(roles, section))


def me_menu(request: HttpRequest) -> list[NavItem]:
    """What belongs to the person signed in."""
    return [NavItem("you", _("You and your devices"), "user", "/you/")]
