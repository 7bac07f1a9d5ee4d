"""Reads what people type into spreadsheets: dates, days of the week, times, numbers, lists."""

from __future__ import annotations

import re
from datetime import date, time

from django.utils.translation import gettext as _

from kindling.exchange.reading.cells import EARLIEST, LATEST, read_address
from kindling.exchange.reading.faults import Spot
from kindling.exchange.reading.headings import plain_words

WEEKDAYS = (
    ("monday", "mon", "mo", "m", "lunes", "lun"),
    ("tuesday", "tue", "tues", "tu", "t", "martes", "mar"),
    ("wednesday", "wed", "we", "w", "miercoles", "mie"),
    ("thursday", "thu", "thur", "thurs", "th", "r", "jueves", "jue"),
    ("friday", "fri", "fr", "f", "viernes", "vie"),
    ("saturday", "sat", "sa", "sabado", "sab"),
    ("sunday", "sun", "su", "domingo", "dom"),
)
LANGUAGES = {
    "es": ("es", "spa", "spanish", "espanol", "castellano"),
    "ar": ("ar", "ara", "arabic", "arabe", "العربية"),
    "en": ("en", "eng", "english", "ingles"),
}
THREE_NUMBERS = re.compile(r"(\d{1,4})[./\-](\d{1,2})[./\-](\d{1,4})(?:[ T].*)?")
CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*([ap])?\.?m?\.?")
RANGE = re.compile(r" ?(?:-|–|—|\bto\b|\ba\b|\bhasta\b) ?")
MONTHS = 12


def day_typed(text: str, spot: Spot, *, month_first: bool = True) -> date | None:
    """2026-08-23, 8/23/2026 or 23.8.2026. Which of two small numbers is the month: `month_first`,
    unless one is above 12 or they stand with dots (day first everywhere).
    """
    match = THREE_NUMBERS.fullmatch(text.strip())
    found = None
    if match:
        first, second, third = (int(part) for part in match.groups())
        found = _day(first, second, third, month_first=month_first and "." not in text)
    if found is None or not EARLIEST <= found.year < LATEST:
        spot.fault(
            "not_a_date",
            _("This is not a date."),
            _("Write year-month-day, such as 2026-08-23."),
            text,
        )
        return None
    return found


def _day(first: int, second: int, third: int, *, month_first: bool) -> date | None:
    if first > MONTHS * 10:
        year, month, day = first, second, third
    else:
        month, day = (first, second) if month_first else (second, first)
        if month > MONTHS:
            month, day = day, month
        year = third
    try:
        return date(year, month, day)
    except ValueError:
        return None


def address_typed(text: str, spot: Spot) -> str:
    return read_address(text, spot)


def number_typed(text: str, spot: Spot, *, least: int = 0, most: int = 1000) -> int | None:
    """A whole number, with or without words around it (“16+”, “3 students”)."""
    numbers = re.findall(r"-?\d{1,9}", text)
    if len(numbers) == 1 and least <= int(numbers[0]) <= most:
        return int(numbers[0])
    spot.fault(
        "not_a_number",
        _("A whole number from %(least)s to %(most)s must stand here.")
        % {"least": least, "most": most},
        _("Write only the number."),
        text,
    )
    return None


def weekdays_typed(text: str, spot: Spot) -> tuple[int, ...]:
    """“Tue, Thu”, “martes y jueves”, “Mon-Fri” → numbers, Monday is 0."""
    known = {name: number for number, names in enumerate(WEEKDAYS) for name in names}
    found: set[int] = set()
    wrong = False
    for part in re.split(r"[,;/&+]|\band\b|\by\b", text.lower()):
        ends = [known.get("".join(plain_words(end))) for end in re.split(r"[-–]", part)]
        if not part.strip():
            continue
        if None in ends or len(ends) > 2:  # noqa: PLR2004 a range has two ends
            wrong = True
            continue
        first, last = ends[0] or 0, ends[-1] or 0
        found |= set(range(first, last + 1))
    if wrong or not found:
        spot.fault(
            "not_weekdays",
            _("These are not days of the week."),
            _("Write them as Tue, Thu."),
            text,
        )
    return tuple(sorted(found))


def clock_typed(text: str, spot: Spot) -> time | None:
    """9:00, 9.30, 2 pm, 14:30."""
    match = CLOCK.fullmatch(text.strip().lower())
    if match:
        hour, minute = int(match[1]), int(match[2] or 0)
        if match[3]:
            hour = hour % 12 + (12 if match[3] == "p" else 0)
        if hour < 24 and minute < 60:  # noqa: PLR2004 a day has 24 hours, an hour 60 minutes
            return time(hour, minute)
    spot.fault("not_a_time", _("This is not a time of day."), _("Write it as 14:30."), text)
    return None


def hours_typed(text: str, spot: Spot) -> tuple[time, time] | None:
    """“9:00-14:30”, “9am to 2pm” → from, until."""
    ends = RANGE.split(" ".join(text.lower().split()))
    before = spot.log.faults.total
    if len(ends) == 2:  # noqa: PLR2004 from and until
        starts, stops = clock_typed(ends[0], spot), clock_typed(ends[1], spot)
        if starts and stops and starts < stops:
            return starts, stops
    if spot.log.faults.total == before:
        spot.fault(
            "not_hours",
            _("These are not hours from one time to a later one."),
            _("Write them as 9:00-14:30."),
            text,
        )
    return None


def language_typed(text: str) -> str:
    """The language a person reads in, of those Kindling speaks; English for any other."""
    words = set(plain_words(text)) | {text.strip().lower()}
    for code, names in LANGUAGES.items():
        if words & set(names):
            return code
    return "en"


def list_typed(text: str) -> tuple[str, ...]:
    """“Animals, health; boats” → three."""
    return tuple(part.strip() for part in re.split(r"[,;|\n]", text) if part.strip())


def split_name(name: str) -> tuple[str, str]:
    """“Reyes, Ana” and “Ana Reyes” → given and family name; one part is a given name."""
    family, comma, given = name.partition(",")
    if comma:
        return given.strip(), family.strip()
    given, _space, family = name.strip().partition(" ")
    return given, family.strip()
