"""What the page of snow days shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kindling.attendance.rules import snow_days_on, visible_snow_events
from kindling.schools.viewer import Viewer

SHOWN = 10


@dataclass(frozen=True)
class SnowDay:
    """A day one may call off, and whether it is called off."""

    on: date
    is_off: bool


@dataclass(frozen=True)
class Told:
    """What was done: called or taken back, for which day, by whom, and how many were told."""

    at: datetime
    on: date
    who: str
    told: int
    is_back: bool


@dataclass(frozen=True)
class SnowPage:
    days: list[SnowDay]
    told: list[Told]


def snow_page(viewer: Viewer, days: list[date]) -> SnowPage:
    """Return the days and the last ten entries. Two statements."""
    off = snow_days_on(viewer.school, days)
    told = [
        Told(
            event.at,
            date.fromisoformat(event.detail["on"]),
            event.by.name if event.by else "",
            event.detail["told"],
            event.verb == "snow.take_back",
        )
        for event in visible_snow_events(viewer)[:SHOWN]
    ]
    return SnowPage([SnowDay(day, day in off) for day in days], told)
