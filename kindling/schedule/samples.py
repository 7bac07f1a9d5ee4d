"""Weeks to start from. One copies them and makes them one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Any

from django.utils.translation import gettext_lazy as _

from kindling.schedule.models import Kind

MON_WED_FRI, TUE_THU, EVERY_DAY = (0, 2, 4), (1, 3), (0, 1, 2, 3, 4)

type Line = tuple[tuple[int, ...], Kind, Any, str, str]  # days, kind, label, from, to


@dataclass(frozen=True)
class Sample:
    """A week with a name and a sentence about it. Labels may be lazy."""

    key: str
    name: Any
    about: Any
    lines: tuple[Line, ...]

    def blocks(self) -> list[dict[str, Any]]:
        """Return the facts of each block, labels in the reader's language."""
        return [
            {
                "weekday": day,
                "letter": "",
                "kind": kind.value,
                "label": str(label),
                "starts_at": time.fromisoformat(begin),
                "ends_at": time.fromisoformat(end),
            }
            for days, kind, label, begin, end in self.lines
            for day in days
        ]


SAMPLES = {
    one.key: one
    for one in (
        Sample(
            "pick_me_up",
            _("Pick-me-up on Monday and Friday"),
            _("The week opens and closes together; each day has curriculum and independent work."),
            (
                ((0, 4), Kind.TOGETHER, _("Pick-me-up"), "08:30", "09:30"),
                ((0, 4), Kind.ADVISORY, "", "09:30", "10:00"),
                (EVERY_DAY, Kind.CLASS, _("Integrated curriculum"), "10:00", "11:00"),
                (EVERY_DAY, Kind.WORK, _("Independent work time"), "11:00", "12:30"),
                (EVERY_DAY, Kind.LUNCH, "", "12:30", "13:00"),
            ),
        ),
        Sample(
            "periods",
            _("Four periods, out on Tuesday and Thursday"),
            _("Monday, Wednesday and Friday in periods, with advisory as the second."),
            (
                (MON_WED_FRI, Kind.CLASS, _("Period 1"), "08:30", "10:00"),
                (MON_WED_FRI, Kind.ADVISORY, "", "10:05", "10:40"),
                (MON_WED_FRI, Kind.CLASS, _("Period 3"), "10:45", "11:40"),
                (MON_WED_FRI, Kind.LUNCH, "", "11:45", "12:15"),
                (MON_WED_FRI, Kind.CLASS, _("Period 4"), "12:20", "13:15"),
                (TUE_THU, Kind.INTERNSHIP, "", "09:00", "14:00"),
            ),
        ),
        Sample(
            "workshops",
            _("Workshops and own learning, out on Tuesday and Thursday"),
            _("Pick-me-up, advisory twice a day, workshops, and afternoons of one’s own."),
            (
                (EVERY_DAY, Kind.CLASS, _("Class"), "08:40", "10:15"),
                (MON_WED_FRI, Kind.TOGETHER, _("Pick-me-up"), "10:15", "10:30"),
                (MON_WED_FRI, Kind.ADVISORY, "", "10:30", "11:15"),
                (MON_WED_FRI, Kind.CLASS, _("Workshops"), "11:15", "12:10"),
                (MON_WED_FRI, Kind.LUNCH, "", "12:10", "12:40"),
                (MON_WED_FRI, Kind.WORK, _("Self-directed learning"), "12:40", "15:00"),
                (MON_WED_FRI, Kind.ADVISORY, _("Advisory check-in"), "15:00", "15:30"),
                (TUE_THU, Kind.INTERNSHIP, "", "10:30", "15:30"),
            ),
        ),
    )
}
