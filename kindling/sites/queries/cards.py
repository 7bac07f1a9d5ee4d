"""A place as a card says it, and where it stands on the travel rings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import ngettext

from kindling.interests.areas import LOOK, Area
from kindling.kit.tongue import gettext as _
from kindling.kit.tongue import language_now
from kindling.people.models import Student
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity
from kindling.sites.openness import Openness, openness_of
from kindling.sites.travel import commute_of, minutes_to
from kindling.ui.format import short_day

MOST_ON_RINGS = 8  # more would cover each other


@dataclass(frozen=True)
class PlaceCard:
    """One place in a list. `minutes` from school (sites.travel), None when unknown."""

    place: Opportunity
    area: Area
    openness: Openness
    minutes: int | None
    is_wished: bool
    found_by: str = ""  # why a search found it
    needs_car: bool = False  # by the timetable there is no way
    by_timetable: bool = False

    @property
    def name(self) -> str:
        return self.place.title

    @property
    def href(self) -> str:
        return self.place.get_absolute_url()

    @property
    def icon(self) -> str:
        return LOOK[self.area][0]

    @property
    def hue(self) -> int:
        return LOOK[self.area][1]

    @property
    def area_label(self) -> str:
        return _area_label(self.area, language_now())

    @property
    def days(self) -> str:
        return day_names(self.place.weekdays, short=True)

    @property
    def foot(self) -> list[tuple[str, str]]:
        """(icon, words) of where, when, how far, and whether one keeps it in mind."""
        said = [("building-2", self.place.site.organisation.name), ("calendar", self.days)]
        if self.needs_car:
            said.append(("car", _("Needs a car")))
        elif self.minutes is not None:
            about = _("about %(minutes)s min") % {"minutes": self.minutes}
            said.append(("bus" if self.by_timetable else "map-pin", about))
        if self.is_wished:
            said.append(("heart", _("On your list")))
        return said

    @property
    def label(self) -> str:
        """A few letters for the rings."""
        words = self.place.site.name.split()
        most = 3 if len(words) > 1 and len(words[1]) == 1 else 2
        return " ".join(words[:most])[:18]

    @property
    def text(self) -> str:
        """Where it is and the first words of what one does there."""
        what = " ".join(self.place.what.split())
        return f"{what[:140].rsplit(' ', 1)[0]}…" if len(what) > 140 else what  # noqa: PLR2004

    @property
    def chip(self) -> tuple[str, str]:
        """(icon, words) that say whether it is open."""
        return chip_of(self.openness)

    @property
    def why(self) -> str:
        """Why it is not open, in a sentence; empty when it is."""
        return self.openness.first.sentence if self.openness.first else ""


def chip_of(openness: Openness) -> tuple[str, str]:
    """(icon, words) for the chip that says whether a place is open."""
    reason = openness.first
    if reason is None:
        free = openness.free_seats
        return "door-open", ngettext("%(num)s open", "%(num)s open", free) % {"num": free}
    if reason.code == "paused" and reason.on:
        return "moon", _("Paused until %(day)s") % {"day": short_day(reason.on)}
    if reason.code == "resting" and reason.on:
        return "moon", _("Resting until %(day)s") % {"day": short_day(reason.on)}
    if reason.code in {"too_young", "birthday_unknown"}:
        return "cake", _("From %(age)s years") % {"age": reason.age}
    words = {"closed": _("Closed"), "shut": _("Not open"), "paused": _("Paused"), "full": _("Full")}
    icons = {"closed": "x", "shut": "x", "paused": "moon", "full": "users"}
    return icons[reason.code], words[reason.code]


def day_names(days: Iterable[int], *, short: bool = False) -> str:
    """Return "Tue, Thu" or "Tuesday, Thursday" in the reader's language; Monday is 0."""
    return _day_names(tuple(sorted(days)), short, language_now())


@lru_cache(maxsize=256)
def _area_label(area: Area, _language: str) -> str:
    return str(area.label)


@lru_cache(maxsize=2048)
def _day_names(days: tuple[int, ...], short: object, _language: str | None) -> str:
    names = WEEKDAYS_ABBR if short else WEEKDAYS
    return ", ".join(str(names[day]) for day in days)


def cards_of(
    places: Iterable[Opportunity], viewer: Viewer, student: Student | None
) -> list[PlaceCard]:
    """Make cards of places fetched with `for_cards()` and `with_wishes()`. No statement."""
    school, today = viewer.school, viewer.school.today()
    return [card_of(place, school, student, today) for place in places]


def card_of(place: Opportunity, school: School, student: Student | None, today: date) -> PlaceCard:
    free = int(getattr(place, "free_seats"))  # noqa: B009  (annotated by for_cards)
    commute = commute_of(school, place)
    return PlaceCard(
        place=place,
        area=Area(getattr(place, "lead_area")),  # noqa: B009
        openness=openness_of(place, student, today, free_seats=free),
        minutes=minutes_to(school, place),
        is_wished=bool(getattr(place, "is_wished", False)),
        found_by=getattr(place, "found_by", ""),
        needs_car=commute is not None and commute.needs_car,
        by_timetable=commute is not None,
    )


@dataclass(frozen=True)
class Rings:
    """The nearest places of a list, one for each site, with the same said in words."""

    cards: tuple[PlaceCard, ...]

    @property
    def summary(self) -> str:
        lines = [
            _("%(place)s about %(minutes)s min") % {"place": c.place.site, "minutes": c.minutes}
            for c in self.cards
        ]
        return ", ".join(lines)


def rings_of(cards: Iterable[PlaceCard]) -> Rings:
    """Choose what the rings show; places without a position are left out."""
    nearest: dict[int, PlaceCard] = {}
    known = [card for card in cards if card.minutes is not None]
    for card in sorted(known, key=lambda card: card.minutes or 0):
        nearest.setdefault(card.place.site_id, card)
    return Rings(tuple(nearest.values())[:MOST_ON_RINGS])
