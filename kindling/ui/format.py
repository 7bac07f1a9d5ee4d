"""Days, times and hours as people read them, in the reader's language and the school's zone."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from django.utils import timezone

from kindling.kit.tongue import gettext as _
from kindling.kit.tongue import language_now

HOUR = 60  # minutes

# The short form of a day; where a language wants a small word between, it is named here.
DAY = {"es": "EEEE d 'de' MMMM", "pt": "EEEE, d 'de' MMMM", "de": "EEEE, d. MMMM"}
SHORT_DAY = {"de": "E, d. MMM"}
YEAR = {"es": " 'de' y", "pt": " 'de' y"}


def day(value: date, *, year: bool = False) -> str:
    """Return "Tuesday 14 October", with the year when it could be another: "… 2025"."""
    code = _locale().language
    pattern = DAY.get(code, "EEEE d MMMM") + (YEAR.get(code, " y") if year else "")
    return _written(_date(value), pattern, language_now())


def short_day(value: date) -> str:
    """Return "Tue 14 Oct"."""
    return _written(_date(value), SHORT_DAY.get(_locale().language, "E d MMM"), language_now())


def weekday(value: date) -> str:
    """Return "Tue"."""
    return _written(_date(value), "EEE", language_now())


def month(value: date) -> str:
    """Return "October 2025"; capitals as the language has them inside a sentence."""
    code = _locale().language
    return _written(_date(value), "LLLL" + YEAR.get(code, " y"), language_now())


def short_month(value: date) -> str:
    """Return "Oct", for a scale."""
    return _written(_date(value), "LLL", language_now())


def clock(value: time | datetime) -> str:
    """Return "9:02 AM" or "9:02", as the reader's language counts hours.

    A moment is shown in the school's zone (the active one), a wall time as it is.
    """
    if isinstance(value, datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
        value = value.time()
    return _told(value.hour, value.minute, language_now())


def hours(minutes: int | None) -> str:
    """Return minutes as "5 h 30 min"; "0 h" for none."""
    whole, rest = divmod(int(minutes or 0), HOUR)
    if not rest:
        return _("%(hours)s h") % {"hours": whole}
    if not whole:
        return _("%(minutes)s min") % {"minutes": rest}
    return _("%(hours)s h %(minutes)s min") % {"hours": whole, "minutes": rest}


def number(value: float, digits: int = 0) -> str:
    """Return "12,345" or "93.8" with as many digits behind the point as asked for."""
    return _numbered(round(value, digits), digits, language_now())


def hours_of(minutes: int | None, target: int | None) -> str:
    """Return "52 of 120 h": full hours done, of the hours asked for."""
    done, asked = int(minutes or 0) // HOUR, round(int(target or 0) / HOUR)
    return _("%(hours)s of %(target)s h") % {"hours": done, "target": asked}


def _date(value: date) -> date:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


# A list of people says the same times and days over and over; Babel takes its time for each.
@lru_cache(maxsize=4096)
def _numbered(value: float, digits: int, code: str) -> str:
    pattern = f"#,##0.{'0' * digits}" if digits else "#,##0"
    return str(format_decimal(value, pattern, _parsed(code)))


@lru_cache(maxsize=4096)
def _written(value: date, pattern: str, code: str) -> str:
    return format_date(value, pattern, locale=_parsed(code))


@lru_cache(maxsize=4096)
def _told(hour: int, minute: int, code: str) -> str:
    text = format_time(time(hour, minute), "short", locale=_parsed(code))
    return text.replace("\u202f", "\u00a0")


def _locale() -> Locale:
    return _parsed(language_now())


@lru_cache(maxsize=32)
def _parsed(code: str) -> Locale:
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
