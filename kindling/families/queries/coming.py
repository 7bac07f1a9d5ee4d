"""Where a family is expected, or may come: meetings and exhibitions ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from kindling.exhibitions.models import Exhibition
from kindling.exhibitions.rules import visible_exhibitions
from kindling.meetings.queries.lists import coming_meetings
from kindling.schools.viewer import Viewer

AHEAD = timedelta(days=28)
HOURS = timedelta(hours=3)  # one that runs now still stands there
MOST = 20


@dataclass(frozen=True)
class Coming:
    """One day ahead: `title` is what it is called, `url` its page for who signs in."""

    at: datetime
    title: str
    url: str
    icon: str


def coming_to(reader: Viewer, students: list[int]) -> Iterator[tuple[int, Coming]]:
    """Return (student's key, what comes) of four weeks, the next first. Two statements."""
    now = reader.school.now()
    found = [*_meetings(reader, students, now), *_exhibitions(reader, students, now)]
    yield from sorted(found, key=lambda row: row[1].at)


def _meetings(reader: Viewer, students: list[int], now: datetime) -> Iterator[tuple[int, Coming]]:
    rows = coming_meetings(reader).filter(student__in=students, starts_at__lte=now + AHEAD)
    for one in rows[:MOST]:
        page = one.get_absolute_url()
        yield one.student_id, Coming(one.starts_at, one.label, page, "calendar-heart")


def _exhibitions(
    reader: Viewer, students: list[int], now: datetime
) -> Iterator[tuple[int, Coming]]:
    rows = visible_exhibitions(reader).filter(
        student__in=students, state__in=Exhibition.DATED, starts_at__gte=now - HOURS,
        starts_at__lte=now + AHEAD,
    )  # fmt: skip
    for one in rows.order_by("starts_at", "pk")[:MOST]:
        if one.starts_at:
            page = one.get_absolute_url()
            yield one.student_id, Coming(one.starts_at, one.label, page, "mic-vocal")
