"""The timetables that this process holds: read when first asked for, again when another is in use."""

from __future__ import annotations

from threading import RLock
from typing import Any

from kindling.kit.prepared import prepared
from kindling.schools.models import School
from kindling.travel.models import Feed, PackedTimetable
from kindling.travel.timetable import Timetable
from kindling.travel.ways import Days

MOST = 4  # schools; a city's week is 20 to 80 MB
HELD: dict[int, tuple[int, Days]] = {}
LOCK = RLock()


def forget() -> None:
    """Hold nothing (tests)."""
    with LOCK:
        HELD.clear()


@prepared
def _feed_of(school: int) -> Any:
    return Feed.objects.filter(school=school, state="live").values_list("pk")


def number_of(school: School) -> int:
    """Return the number of the feed in use, 0 without one: another timetable has another."""
    rows = _feed_of(school=school.pk)
    return int(rows[0][0]) if rows else 0


def days_of(school: School) -> Days | None:
    """Return the school's timetable; None without one. One statement where it has not changed."""
    feed = number_of(school)
    if not feed:
        return None
    with LOCK:
        number, days = HELD.get(school.pk, (0, None))
        if days is None or number != feed:
            content = PackedTimetable.objects.values_list("content", flat=True).get(feed=feed)
            days = Days(Timetable.unpacked(bytes(content)))
            HELD.pop(school.pk, None)
            HELD[school.pk] = (feed, days)
            while len(HELD) > MOST:
                HELD.pop(next(iter(HELD)))
        return days
