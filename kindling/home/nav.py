"""What stands in the rail and the tab bar, for each hat."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest
from django.urls import NoReverseMatch
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kindling.home.nav_words import headings, labels
from kindling.kit.addresses import url
from kindling.schools.roles import LEADERS, STAFF, Role
from kindling.schools.viewer import Viewer
from kindling.ui.navigation import Links, draw_links


@dataclass(frozen=True)
class NavItem:
    """One link of the navigation. `count` of 0 shows nothing; `group` is the heading it stands under."""

    key: str
    label: str
    icon: str
    url: str
    count: int = 0
    current: bool = False
    group: str = ""


# What stands under a heading, folded while one is elsewhere. All else is every day's.
GROUPS: dict[str, tuple[str, ...]] = {
    "learning": (
        "exhibitions", "goals", "judgements", "moderation", "credits", "narratives", "transcripts",
        "gateways", "credentials", "weeks", "courses",
        "families", "meetings", "talks", "gatherings", "visits", "handover",
        "portfolio", "support", "ale",
    ),
    "internships": (
        "places", "interests", "exploring", "pursuits", "placements", "rounds", "agreements",
        "to_sign", "clearance", "outreach", "thanks", "evaluations", "mentoring", "funnel",
    ),
    "days": (
        "absences", "roll", "days", "worries", "family_concerns", "mood", "moods", "questions", "pulse", "requirements", "records",
        "calendar", "alarms",
    ),
    "school": (
        "advisories", "roster", "imports", "travel", "sheets", "links", "kiosk", "outbox", "texts", "letters",
        "settings", "disclosures", "rights", "consents", "surveys", "languages", "services", "keeping",
    ),
}  # fmt: skip
GROUP_OF = {key: group for group, keys in GROUPS.items() for key in keys}
ORDER = ["", *GROUPS]
ALL_FOUR = (*LEADERS, Role.ADVISOR, Role.STUDENT, Role.GUARDIAN)
RIGHTS = (Role.REGISTRAR, Role.PRINCIPAL, Role.STUDENT, Role.GUARDIAN, Role.ALUM)
THUMB = ("today", "plans", "evidence", "journals")  # a student's tab bar

# key, icon, URL name, who sees it. Every day's pages first: the first four are the tab bar.
ENTRIES: list[tuple[str, str, str, tuple[Role, ...]]] = [
    ("today", "sun", "home:today", ()),
    ("inbox", "inbox", "inbox:inbox", (*STAFF, Role.STUDENT, Role.GUARDIAN)),
    ("board", "radar", "board:board", (*LEADERS, Role.ADVISOR)),
    ("students", "users", "people:students", (*LEADERS, Role.ADVISOR)),
    ("alarms", "siren", "ladder:alarms", (*LEADERS, Role.ADVISOR)),
    (
        "messages",
        "message-circle",
        "conversations:threads",
        (*STAFF, Role.STUDENT, Role.GUARDIAN),
    ),
    ("plans", "map", "plans:plans", ALL_FOUR),
    ("talks", "messages-square", "talks:talks", (*LEADERS, Role.ADVISOR, Role.STUDENT)),
    (
        "journals",
        "notebook-pen",
        "journals:journals",
        (Role.STUDENT, Role.ADVISOR, Role.PRINCIPAL, Role.GUARDIAN),
    ),
    ("places", "map-pin", "sites:places", ALL_FOUR),
    ("interests", "sparkles", "interests:mine", (Role.STUDENT,)),
    (
        "goals",
        "mountain",
        "goals:goals",
        (*LEADERS, Role.ADVISOR, Role.STAFF, Role.STUDENT, Role.GUARDIAN, Role.COACH),
    ),
    (
        "judgements",
        "scale",
        "judgements:judgements",
        (Role.STUDENT, Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL),
    ),
    (
        "moderation",
        "dices",
        "moderation:sittings",
        (Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL),
    ),
    ("narratives", "book-open-text", "narratives:narratives", ALL_FOUR),
    ("credits", "coins", "credits:credits", (*LEADERS, Role.ADVISOR, Role.STUDENT)),
    ("surveys", "list-checks", "surveys:surveys", (Role.COORDINATOR, Role.PRINCIPAL)),
    ("languages", "languages", "languages:languages", LEADERS),
    ("services", "school", "services:services", (*LEADERS, Role.ADVISOR, Role.GUARDIAN)),
    ("mood", "heart-pulse", "moods:moods", (Role.STUDENT,)),
    ("moods", "heart-pulse", "moods:moods", (Role.PRINCIPAL, Role.ADMINISTRATOR, Role.ADVISOR)),
    ("allowed", "shield-check", "consents:mine", (Role.GUARDIAN,)),
    (
        "consents",
        "shield-check",
        "consents:board",
        (Role.PRINCIPAL, Role.REGISTRAR, Role.COORDINATOR, Role.ADMINISTRATOR),
    ),
    ("rights", "folder-open", "rights:rights", RIGHTS),
    ("disclosures", "file-output", "disclosures:disclosures", (Role.REGISTRAR, Role.PRINCIPAL)),
    (
        "transcripts",
        "scroll-text",
        "transcripts:transcripts",
        (*LEADERS, Role.ADVISOR, Role.STUDENT, Role.GUARDIAN, Role.ALUM),
    ),
    (
        "credentials",
        "award",
        "credentials:credentials",
        (*LEADERS, Role.ADVISOR, Role.STUDENT, Role.ALUM),
    ),
    ("gateways", "flag", "gateways:gateways", ALL_FOUR),
    ("families", "house-heart", "families:desk", (*LEADERS, Role.ADVISOR)),
    ("meetings", "calendar-heart", "meetings:meetings", (*STAFF, Role.STUDENT, Role.GUARDIAN)),
    (
        "exhibitions",
        "mic-vocal",
        "exhibitions:exhibitions",
        (*STAFF, Role.STUDENT, Role.GUARDIAN),
    ),
    ("ale", "scroll-text", "ale:contact", (*LEADERS, Role.ADVISOR)),
    (
        "exploring",
        "footprints",
        "exploring:exploring",
        (Role.STUDENT, Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL),
    ),
    ("evidence", "images", "evidence:evidence", ALL_FOUR),
    (
        "portfolio",
        "presentation",
        "portfolio:portfolio",
        (*LEADERS, Role.ADVISOR, Role.STUDENT),
    ),
    ("pursuits", "route", "placements:pursuits", (*LEADERS, Role.ADVISOR, Role.STUDENT)),
    ("placements", "briefcase", "placements:list", (*LEADERS, Role.ADVISOR, Role.STUDENT)),
    ("projects", "rocket", "projects:projects", ALL_FOUR),
    (
        "rounds",
        "dices",
        "rounds:rounds",
        (Role.COORDINATOR, Role.PRINCIPAL, Role.ADVISOR, Role.STUDENT),
    ),
    (
        "weeks",
        "calendar-range",
        "weeks:weeks",
        (Role.COORDINATOR, Role.PRINCIPAL, Role.ADMINISTRATOR, Role.ADVISOR),
    ),
    ("agreements", "file-pen-line", "agreements:board", (*LEADERS, Role.ADVISOR)),
    ("to_sign", "file-pen-line", "agreements:mine", (Role.STUDENT, Role.GUARDIAN)),
    ("clearance", "folder-check", "clearance:board", (*LEADERS, Role.ADVISOR)),
    ("outreach", "phone-call", "outreach:cold", (Role.COORDINATOR, Role.PRINCIPAL, Role.ADVISOR)),
    ("gatherings", "circle-dot", "gatherings:gatherings", (*LEADERS, Role.ADVISOR, Role.STUDENT)),
    (
        "handover",
        "mail-open",
        "handover:handovers",
        (Role.COORDINATOR, Role.PRINCIPAL, Role.ADVISOR),
    ),
    ("visits", "footprints", "visits:visits", (*LEADERS, Role.ADVISOR, Role.STUDENT)),
    ("thanks", "gift", "thanks:thanks", (Role.COORDINATOR, Role.PRINCIPAL, Role.ADVISOR)),
    ("mentoring", "handshake", "mentoring:mentors", (*LEADERS, Role.ADVISOR, Role.ALUM)),
    ("evaluations", "star", "evaluations:evaluations", ALL_FOUR),
    ("absences", "calendar-x", "absences:reports", (*LEADERS, Role.ADVISOR)),
    ("roll", "list-checks", "roll:rolls", (*LEADERS, Role.ADVISOR)),
    ("days", "calendar-check", "attendance:days", (*LEADERS, Role.ADVISOR, Role.STUDENT)),
    ("worries", "life-buoy", "incidents:incidents", STAFF),
    ("family_concerns", "message-circle-warning", "concerns:concerns", STAFF),
    ("questions", "message-circle-question-mark", "questions:packs", LEADERS),
    ("pulse", "heart-pulse", "questions:pulses", (Role.ADVISOR, Role.COORDINATOR, Role.PRINCIPAL)),
    ("courses", "graduation-cap", "courses:courses", (*STAFF, Role.STUDENT, Role.GUARDIAN)),
    ("support", "hand-heart", "support:support", (*STAFF, Role.STUDENT, Role.GUARDIAN)),
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
    ("letters", "mail-question-mark", "conversations:unplaced", LEADERS),
    ("keeping", "shield-check", "privacy:keeping", (Role.REGISTRAR, Role.PRINCIPAL)),
    ("settings", "settings", "office:settings", (Role.ADMINISTRATOR, Role.PRINCIPAL)),
]


def nav(roles: frozenset[str], path: str, off: frozenset[str] = frozenset()) -> list[NavItem]:
    """Return the links that people with these hats may follow, the one `path` is below marked.

    off: keys of what this school has not switched on.
    """
    words, titles, items = labels(), headings(), []
    for key, icon, name, who in ENTRIES:
        if key in off or (who and roles.isdisjoint(who)):
            continue
        try:
            href = url(name)
        except NoReverseMatch:
            continue
        current, group = is_current(path, href, key), titles.get(GROUP_OF.get(key, ""), "")
        items.append(NavItem(key, words[key], icon, href, current=current, group=group))
    thumb = THUMB if Role.STUDENT in roles else ()
    return sorted(items, key=lambda item: (place_of(item.key), item.key not in thumb))


def place_of(key: str) -> int:
    """Return which group it stands in: every day's first."""
    return ORDER.index(GROUP_OF.get(key, ""))


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
    off = frozenset() if viewer.school.has_ale else frozenset({"ale"})
    return _drawn(viewer.school.slug, words, viewer.roles, get_language(), section, off)


@lru_cache(maxsize=512)
def _drawn(
    _slug: str,
    _words: tuple[tuple[str, str], ...],
    roles: frozenset[str],
    _language: str | None,
    section: str,
    off: frozenset[str],
) -> Links:
    """Draw it; only called inside the request whose school, words and language these are."""
    return draw_links(nav(roles, section, off))


def me_menu(request: HttpRequest) -> list[NavItem]:
    """What belongs to the person signed in."""
    return [NavItem("you", _("You and your devices"), "user", "/you/")]
