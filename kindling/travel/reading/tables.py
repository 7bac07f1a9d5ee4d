"""Rows of a feed's file by the names of their columns, and what values mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kindling.travel.reading.findings import Unusable
from kindling.travel.reading.package import Package

DATE = 8  # letters of 20261013
MOST_HOURS = 72
MOST_ROWS = 3_000_000


def table(
    package: Package, name: str, needed: tuple[str, ...], more: tuple[str, ...] = ()
) -> Iterator[tuple[int, list[str]]]:
    """Yield (row, values of these columns, "" where there is none). A row has each it needs.

    Raises Unusable when a column is missing or there are far too many rows; a row without a value it needs is left out.
    """
    rows = package.rows(name)
    _number, header = next(rows, (1, []))
    told = {column.strip().lower(): n for n, column in enumerate(header)}
    if missing := [column for column in needed if column not in told]:
        package.findings.fault("no_column", name, 1, missing[0])
        raise Unusable
    at = [told.get(column, -1) for column in (*needed, *more)]
    widest, count = max(at), len(needed)
    for number, row in rows:
        if number > MOST_ROWS:
            package.refuse("too_many_rows", name, value=MOST_ROWS)
        whole = row if len(row) > widest else row + [""] * (widest + 1 - len(row))
        values = [whole[n].strip() if n >= 0 else "" for n in at]
        if "" in values[:count]:
            empty = needed[values.index("")]
            package.findings.leave_out("no_value", name, number, empty)
            continue
        yield number, values


def seconds_of(told: str) -> int | None:
    """Return 25:10:00 as seconds after midnight; None for what is no time."""
    hours, _colon, rest = told.partition(":")
    minutes, _colon, seconds = rest.partition(":")
    parts = (hours, minutes, seconds or "0")
    if not all(part.isascii() and part.isdigit() and len(part) <= 2 for part in parts):  # noqa: PLR2004
        return None
    hour, minute, second = map(int, parts)
    if hour >= MOST_HOURS or minute > 59 or second > 59:  # noqa: PLR2004
        return None
    return hour * 3600 + minute * 60 + second


def date_of(told: str) -> date | None:
    """Return 20261013 as a date; None for what is none."""
    if len(told) != DATE or not (told.isascii() and told.isdigit()):
        return None
    try:
        return date(int(told[:4]), int(told[4:6]), int(told[6:]))
    except ValueError:
        return None


def degrees(told: str, most: int) -> float | None:
    """Return a latitude or longitude; None for what is none."""
    try:
        number = float(told)
    except ValueError:
        return None
    return number if -most <= number <= most else None
