"""How big the network is, and on which days there was school."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

LARGEST = 500
OFFICE = "office@coast.example.org"  # who reads the network's numbers
ZONES = ("America/New_York", "America/New_York", "America/Chicago")  # two, as networks have them
SUMMER = ((6, 20), (8, 30))  # month and day, both counted
WINTER = ((12, 21), (1, 2))
SUNDAY = 6


@dataclass(frozen=True)
class Plan:
    """What was asked for: so many schools, students in all, and school days for each student."""

    schools: int
    students: int
    days: int
    first: int = 0  # the number of the first school

    def sizes(self) -> list[int]:
        """Students of each school: one big one, the others alike."""
        if self.schools == 1:
            return [self.students]
        big = min(LARGEST, self.students // 2)
        rest, others = self.students - big, self.schools - 1
        return [big, *(rest // others + (n < rest % others) for n in range(others))]


def is_open(day: date) -> bool:
    """Monday to Friday, outside the summer and two weeks of winter."""
    spot = (day.month, day.day)
    in_winter = spot >= WINTER[0] or spot <= WINTER[1]
    return day.weekday() < SUNDAY - 1 and not SUMMER[0] <= spot <= SUMMER[1] and not in_winter


def school_days(last: date, count: int) -> list[date]:
    """The last so many days of school until `last`, counted, oldest first."""
    return sorted(_back_from(last, count))


def _back_from(day: date, count: int) -> Iterator[date]:
    while count:
        if is_open(day):
            yield day
            count -= 1
        day -= timedelta(days=1)


def year_of(day: date) -> int:
    """The calendar year in which its school year began."""
    return day.year if (day.month, day.day) > SUMMER[1] else day.year - 1


def years(days: list[date]) -> list[int]:
    return sorted({year_of(day) for day in days})


def terms(year: int) -> list[tuple[str, date, date]]:
    """Three trimesters: label, first and last day."""
    return [
        ("Trimester 1", date(year, 8, 31), date(year, 11, 27)),
        ("Trimester 2", date(year, 11, 28), date(year + 1, 3, 10)),
        ("Trimester 3", date(year + 1, 3, 11), date(year + 1, 6, 19)),
    ]
