"""A weeks and B weeks. Pure: no database, no clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

WEEK = 7


def monday_of(day: date) -> date:
    """Return the Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def letter_on(day: date, anchors: Iterable[date]) -> str:
    """Return "A" or "B"; "" before the first anchor or without one.

    Weeks of the calendar alternate, also over a break; the school sets another anchor where it
    begins anew.
    """
    monday = monday_of(day)
    begun = [monday_of(anchor) for anchor in anchors if monday_of(anchor) <= monday]
    if not begun:
        return ""
    return "AB"[(monday - max(begun)).days // WEEK % 2]


def holds(letter: str, day_letter: str) -> bool:
    """Say whether something of this letter is on in a week of that one.

    Before the first anchor nobody knows the letter; then it is on, so that nobody is forgotten.
    """
    return letter in ("", day_letter) or not day_letter
