"""Which days are expected, and how long a day was. Pure: no database, no clock."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kindling.attendance.exceptions import NONE, Exceptions
from kindling.attendance.planned import Planned

# Two people may look at two clocks; what differs by less is the same time.
SAME_WITHIN = 10  # minutes


__all__ = ["Expected", "Planned"]


class Expected(NamedTuple):
    """A student is expected at the site on this day, by the clock on the school's wall.

    `note` says why the time differs from what is planned.
    """

    placement_id: int
    on: date
    starts_at: time
    ends_at: time
    note: str = ""

    def moments(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Return when it starts and ends, as moments."""
        return moment_of(self.on, self.starts_at, zone), moment_of(self.on, self.ends_at, zone)


def expected_days(
    planned: Iterable[Planned],
    closed: Container[date],
    first: date,
    last: date,
    but: Exceptions = NONE,
) -> list[Expected]:
    """Return the expected days from `first` to `last`, both counted, by date and placement.

    A closed day expects nobody. Where two timetables hold on one day, the newer one counts:
    one internship has one expected day a date. `but` is what is different for some.
    """
    rows = planned_days(planned, closed, first, last, but).items()
    found = []
    for (day, placement_id), row in sorted(rows, key=lambda item: item[0]):
        if not but.offs:
            found.append(Expected(placement_id, day, row.starts_at, row.ends_at))
            continue
        left = but.left_of(row, day)
        if left.span is not None:
            found.append(Expected(placement_id, day, *left.span, left.label))
    return found


def planned_days(
    planned: Iterable[Planned], closed: Container[date], first: date, last: date, but: Exceptions
) -> dict[tuple[date, int], Planned]:
    """Return (date, placement) → the row that holds, before anybody's own time is taken away."""
    found: dict[tuple[date, int], Planned] = {}
    for row in planned:
        for day in but.dates_of(row, first, last):
            earlier = found.get((day, row.placement_id))
            if day not in closed and (earlier is None or earlier.since_on <= row.since_on):
                found[day, row.placement_id] = row
    return found


@lru_cache(maxsize=8192)  # a school's students share a few times
def moment_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the moment at which the wall clock shows `at`.

    In the hour that the spring leaves out, the clock is read as before the change.
    """
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC).astimezone(zone)


def minutes_between(start: datetime, end: datetime) -> int:
    """Return minutes of real time between two moments, rounded; 0 when they stand backwards.

    Real time, not the difference of wall clocks: on the day the clocks go back, 1:00 to 3:00
    is three hours.
    """
    seconds = (end.astimezone(UTC) - start.astimezone(UTC)).total_seconds()
    return max(0, round(seconds / 60))


def is_same(one: datetime | None, other: datetime | None) -> bool:
    """Say whether two people mean the same time. Who said nothing contradicts nobody."""
    if one is None or other is None:
        return True
    apart = one.astimezone(UTC) - other.astimezone(UTC)
    return abs(apart.total_seconds()) <= SAME_WITHIN * 60
