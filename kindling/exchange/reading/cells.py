"""The kinds of cell that OneRoster knows: how each is read, and what is said when it is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from kindling.exchange.reading.faults import Spot

GUID = re.compile(r"[A-Za-z0-9.\-_/@]{1,255}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
EARLIEST, LATEST = 1900, 2100
LONGEST_TEXT = 255

type Read = Callable[[str, Spot], Any]


@dataclass(frozen=True)
class Column:
    """One column: its name in the file, the field it fills, how a filled cell is read."""

    name: str
    into: str
    read: Read
    needed: bool = False
    empty: Any = ""
    refers_to: str = ""


def read_text(text: str, spot: Spot) -> str:
    """Any words up to 255 letters, without control characters."""
    if len(text) > LONGEST_TEXT:
        spot.fault(
            "too_long",
            _("This is longer than %(count)s letters.") % {"count": LONGEST_TEXT},
            _("Shorten it."),
            text,
        )
    elif CONTROL.search(text):
        spot.fault(
            "control_letters",
            _("There are invisible control characters in this cell."),
            _("Type the value again."),
            text,
        )
    else:
        return text
    return ""


def ignore(_text: str, _spot: Spot) -> str:
    """For columns Kindling has no use for: what is not read cannot leak."""
    return ""


def read_guid(text: str, spot: Spot) -> str:
    """A sourcedId: 1 to 255 of letters, digits and . - _ / @."""
    if GUID.fullmatch(text):
        return text
    spot.fault(
        "not_an_id",
        _("This is not an id: an id has only letters, digits and . - _ / @."),
        _("Export the id as the roster system keeps it."),
        text,
    )
    return ""


def read_guids(text: str, spot: Spot) -> tuple[str, ...]:
    """Several ids in one quoted cell, separated by commas."""
    return tuple(found for part in split_list(text) if (found := read_guid(part, spot)))


def read_list(text: str, spot: Spot) -> tuple[str, ...]:
    return tuple(read_text(part, spot) for part in split_list(text))


def split_list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def read_day(text: str, spot: Spot) -> date | None:
    """A date as 2026-08-23."""
    day = _day(text)
    if day is None:
        spot.fault(
            "not_a_date",
            _("This is not a date."),
            _("Write year-month-day, such as 2026-08-23."),
            text,
        )
        return None
    if not EARLIEST <= day.year < LATEST:
        spot.fault(
            "odd_year",
            _("The year %(year)s cannot be right.") % {"year": day.year},
            _("Correct the year."),
            text,
        )
        return None
    return day


def read_last_day(text: str, spot: Spot) -> date | None:
    """An end date. OneRoster's is the first day no longer in; ours is the last day still in."""
    day = read_day(text, spot)
    return day - timedelta(days=1) if day else None


def read_moment(text: str, spot: Spot) -> str:
    """A moment as 2026-08-23T08:00:00.000Z; kept as text, nothing is computed from it."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        spot.fault(
            "not_a_moment",
            _("This is not a date with a time."),
            _("Write it as 2026-08-23T08:00:00.000Z."),
            text,
        )
        return ""
    return text


def read_boolean(text: str, spot: Spot) -> bool | None:
    """Exactly true or false; TRUE and False are safe to mend."""
    known = {"true": True, "false": False}
    if text in known:
        return known[text]
    lower = text.lower()
    if lower in known:
        if spot.slip(
            "boolean_case",
            _("“true” and “false” are written in small letters."),
            _("Write %(right)s.") % {"right": lower},
            text,
        ):
            return known[lower]
        return None
    spot.fault(
        "not_a_boolean",
        _("Only true or false may stand here."),
        _("Write true or false."),
        text,
    )
    return None


def read_address(text: str, spot: Spot) -> str:
    """One e-mail address."""
    if ADDRESS.fullmatch(text) and len(text) <= LONGEST_TEXT - 1:
        return text
    spot.fault(
        "not_an_address",
        _("This is not an e-mail address."),
        _("Write one address without spaces, or leave the cell empty."),
        text,
    )
    return ""


def read_one_of(*words: str, open_ended: bool = False) -> Read:
    """One of these words, exactly as spelt; `ext:…` too where a district may add its own."""
    by_lower = {word.lower(): word for word in words}

    def read(text: str, spot: Spot) -> str:
        if text in words or (open_ended and text.startswith("ext:") and len(text) > len("ext:")):
            return read_text(text, spot)
        right = by_lower.get(text.lower())
        if right:
            mended = spot.slip(
                "word_case",
                _("Capital and small letters matter here."),
                _("Write %(right)s.") % {"right": right},
                text,
            )
            return right if mended else ""
        spot.fault(
            "not_in_list",
            _("This word is not in the list of OneRoster."),
            _("Use one of: %(words)s.") % {"words": ", ".join(words)},
            text,
        )
        return ""

    return read


def _day(text: str) -> date | None:
    if not DAY.fullmatch(text) or not text.isascii():
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
