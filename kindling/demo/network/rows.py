"""Two years of one school, as rows: marks, internship days, and the sums both add up to.

Everything follows from the seed, so that the same command makes the same network.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kindling.attendance.models import Day, Hours
from kindling.demo.network.plan import terms, year_of
from kindling.demo.network.writing import NONE, Rows
from kindling.roll.codes import AWAY, EXCUSED, HERE, LATE, OUT
from kindling.roll.models import Mark, MonthSum, SchoolMonth

TUESDAY, THURSDAY = 1, 3
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
PLANNED = "09:00:00", "14:00:00"
# Of a hundred students seven are away a lot. Bounds of: late, away, excused; below the first, there.
USUAL, OFTEN = (0.93, 0.965, 0.978), (0.72, 0.8, 0.92)
# Bounds of an internship day: came; the mentor says they did not; nobody said a word.
CAME, TOLD_ABSENT = 0.94, 0.98

MARKS = Rows(Mark, "student_id", "on", "code", "minutes", "said", "method", "by_id")
DAYS = Rows(
    Day, "public_id", "school_id", "placement_id", "student_id", "term_id", "on",
    "planned_starts_at", "planned_ends_at", "state", "standing", "minutes", "goal", "line",
    "student_in_at", "student_out_at", "mentor_in_at", "mentor_out_at", "mentor_said_at",
)  # fmt: skip
MONTHS = Rows(SchoolMonth, "month", "school_id", *SchoolMonth.PARTS)
SUMS = Rows(MonthSum, "student_id", "month", "school_id", *MonthSum.PARTS)
HOURS = Rows(Hours, "public_id", "school_id", "placement_id", "student_id", "term_id",
             "confirmed", "waiting")  # fmt: skip
PART_OF = {HERE: "present", LATE: "late", AWAY: "unexcused", EXCUSED: "excused", OUT: "internship"}


@dataclass(frozen=True)
class Intern:
    """A student, the internship they have had all along, and who takes their roll."""

    student_id: int
    placement_id: int
    advisor_id: int


@dataclass(frozen=True)
class Moment:
    """What all students share on one date."""

    on: date
    iso: str
    month: str
    term_id: int | str
    is_internship: bool
    midnight: datetime  # UTC, without a zone
    is_waiting: bool  # mentors have not answered yet


@dataclass
class Story:
    """The rows of one school so far."""

    marks: list[tuple[object, ...]] = field(default_factory=list)
    days: list[tuple[object, ...]] = field(default_factory=list)
    sums: list[tuple[object, ...]] = field(default_factory=list)
    hours: list[tuple[object, ...]] = field(default_factory=list)
    months: dict[str, Counter[str]] = field(default_factory=dict)  # of the whole school

    def write(self, school_id: int) -> None:
        MARKS.put(self.marks)
        DAYS.put(self.days)
        SUMS.put(self.sums)
        HOURS.put(self.hours)
        MONTHS.put(
            (month, school_id, *(sums[part] for part in SchoolMonth.PARTS))
            for month, sums in self.months.items()
        )


def moments(dates: list[date], zone: ZoneInfo, term_ids: dict[date, int]) -> list[Moment]:
    """`term_ids`: the first day of a term → its key."""
    found = []
    for on in dates:
        begun = [first for _label, first, last in terms(year_of(on)) if first <= on <= last]
        start = datetime.combine(on, time(), zone).astimezone(UTC).replace(tzinfo=None)
        found.append(
            Moment(
                on, on.isoformat(), on.replace(day=1).isoformat(),
                term_ids[begun[0]] if begun else NONE, on.weekday() in {TUESDAY, THURSDAY},
                start, (dates[-1] - on).days < 7,
            )
        )  # fmt: skip
    return found


def tell(school_id: int, interns: list[Intern], days: list[Moment], seed: str) -> Story:
    """Make up what happened to everybody on each of these days."""
    story = Story()
    for intern in interns:
        chance = random.Random(f"{seed} {intern.student_id}")
        Telling(school_id, intern, chance, story).tell(days)
    return story


class Telling:
    """One student's days."""

    def __init__(self, school_id: int, who: Intern, chance: random.Random, story: Story) -> None:
        self.school_id, self.who, self.chance, self.story = school_id, who, chance, story
        self.bounds = OFTEN if chance.random() < 0.07 else USUAL
        self.months: dict[str, dict[str, int]] = {}
        self.terms: dict[int | str, dict[str, int]] = {}

    def tell(self, days: list[Moment]) -> None:
        for day in days:
            sums = self.months.setdefault(day.month, dict.fromkeys(MonthSum.PARTS, 0))
            if day.is_internship:
                self.intern(day, sums)
            else:
                self.mark(day, self.letter(), sums)
        self.add_up()

    def letter(self) -> str:
        value, (late, away, excused) = self.chance.random(), self.bounds
        return (
            HERE if value < late else LATE if value < away else AWAY if value < excused else EXCUSED
        )

    def mark(self, day: Moment, code: str, sums: dict[str, int], method: str = "r") -> None:
        sums[PART_OF[code]] += 1
        minutes = self.chance.randrange(4, 25) if code == LATE else 0
        said: object = 540 + self.chance.randrange(12) if method == "r" else NONE
        by: object = self.who.advisor_id if method == "r" else NONE
        row = (self.who.student_id, day.iso, code, minutes, said, method, by)
        self.story.marks.append(row)

    def intern(self, day: Moment, sums: dict[str, int]) -> None:
        value = self.chance.random()
        if value >= TOLD_ABSENT:
            self.mark(day, AWAY, sums)
            return
        came = value < CAME
        self.mark(day, OUT if came else AWAY, sums, method="d")
        minutes = self.chance.randrange(270, 311) if came else 0
        if came:
            sums["minutes"] += minutes
            part = "waiting" if day.is_waiting else "confirmed"
            term = self.terms.setdefault(day.term_id, {"confirmed": 0, "waiting": 0})
            term[part] += minutes
        self.story.days.append(self.day(day, minutes))

    def day(self, day: Moment, minutes: int) -> tuple[object, ...]:
        start = day.midnight + timedelta(minutes=540 + self.chance.randrange(9))
        times = str(start), str(start + timedelta(minutes=minutes))
        heard = str(start + timedelta(hours=9))
        state, standing, said = ("absent", "none", (NONE, NONE, NONE, NONE, heard))
        if minutes and day.is_waiting:
            state, standing, said = "checked_out", "waiting", (*times, NONE, NONE, NONE)
        elif minutes:
            state, standing, said = "confirmed", "confirmed", (*times, *times, heard)
        public_id = "".join(self.chance.choices(ALPHABET, k=14))
        who, goal = self.who, "Find out how it is done." if minutes else ""
        return (
            public_id, self.school_id, who.placement_id, who.student_id, day.term_id, day.iso,
            *PLANNED, state, standing, minutes, goal, "A good day." if minutes else "", *said,
        )  # fmt: skip

    def add_up(self) -> None:
        student = self.who.student_id
        for month, sums in self.months.items():
            parts = (sums[part] for part in MonthSum.PARTS)
            self.story.sums.append((student, month, self.school_id, *parts))
            self.story.months.setdefault(month, Counter()).update(sums)
        for term_id, sums in self.terms.items():
            public_id = "".join(self.chance.choices(ALPHABET, k=14))
            keys = (public_id, self.school_id, self.who.placement_id, student, term_id)
            self.story.hours.append((*keys, sums["confirmed"], sums["waiting"]))


def in_blocks(interns: list[Intern], size: int = 100) -> Iterator[list[Intern]]:
    """So many students at once: their rows fit into memory."""
    for first in range(0, len(interns), size):
        yield interns[first : first + size]
