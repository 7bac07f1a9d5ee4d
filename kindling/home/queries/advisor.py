"""An advisor's Today: who needs you, and where everybody is. Four statements for any number."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from zoneinfo import ZoneInfo

from kindling.attendance.expected import Expected
from kindling.attendance.models import Day
from kindling.attendance.timetable import AHEAD, TermSpan, Timetable, timetable_of_adult
from kindling.home.queries.needs import Need, asked_days, asked_pursuits, needs_of
from kindling.home.queries.placed import Placed, advised
from kindling.home.queries.presence import Presence, explained, minute_of, presence
from kindling.kit.tongue import gettext as _
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.ui.format import clock, short_day

GROUPS = ("there", "later", "school", "away")
SHOWN = 5  # rows of "Next up"


@dataclass(frozen=True)
class AdvisorToday:
    """Everything the page shows. `now` is in minutes after midnight; hours are minutes."""

    students: list[Placed]
    needs: list[Need]
    groups: list[tuple[str, list[Presence]]]
    agenda: list[tuple[str, str, str]]
    now: int
    start: int
    end: int
    closed: str | None  # why; None on an open day
    next_on: date | None
    term: TermSpan | None
    is_internship_day: bool

    @property
    def well(self) -> int:
        """How many are where they planned to be."""
        return len(self.students) - len(self.missing)

    @property
    def missing(self) -> list[Presence]:
        return [one for _key, rows in self.groups for one in rows if is_missing(one)]

    def silent(self, today: date) -> list[Placed]:
        """Who has waited too long for a real talk, the longest silence first."""
        found = [one for one in self.students if one.is_silent(today)]
        return sorted(found, key=lambda one: one.talked_on or today)

    @property
    def in_need(self) -> int:
        """How many people need somebody, each counted once."""
        return len({need.who.id for need in self.needs})

    def pace(self, target: int, today: date) -> float | None:
        """Hours hoped for by now: the term's target, as far as the term has gone."""
        if self.term is None:
            return None
        gone = (today - self.term.starts_on).days + 1
        return target / 60 * gone / ((self.term.ends_on - self.term.starts_on).days + 1)


def is_missing(one: Presence) -> bool:
    return one.is_missed or (one.group == "away" and one.student.said is None)


def advisor_today(viewer: Viewer) -> AdvisorToday:
    """Gather the page for the viewer's own students."""
    school, now = viewer.school, viewer.school.now()
    today = now.date()
    students = advised(viewer, today)
    plan = timetable_of_adult(viewer, today, today + AHEAD, Role.ADVISOR)
    days = asked_days(viewer, today)
    pursuits = asked_pursuits(viewer, today)
    by_student: dict[int, list[Day]] = {}
    for day in days:
        if day.on == today:
            by_student.setdefault(day.student_id, []).append(day)
    expected = plan.on(today)
    present = [presence(s, expected, by_student.get(s.pk, []), plan, now) for s in students]
    present = explained(present, plan.called_off(today))
    following = plan.next_after(today)
    start, end = hours_shown(list(expected.values()))
    return AdvisorToday(
        students=students,
        needs=needs_of(present, days, pursuits, now),
        groups=grouped(present),
        agenda=agenda(present, plan, following, now),
        now=minute_of(now, school.zone),
        start=start,
        end=end,
        closed=plan.closed.get(today),
        next_on=following.on if following else None,
        term=plan.term_on(today),
        is_internship_day=bool(expected),
    )


def grouped(present: list[Presence]) -> list[tuple[str, list[Presence]]]:
    rows = [(key, [one for one in present if one.group == key]) for key in GROUPS]
    return [(key, found) for key, found in rows if found]


def hours_shown(expected: list[Expected]) -> tuple[int, int]:
    """From which hour to which the ribbons run: 8 to 16, wider when somebody's day is."""
    starts = [minute_of(one.starts_at, None) // 60 * 60 for one in expected]
    ends = [-(-minute_of(one.ends_at, None) // 60) * 60 for one in expected]
    return min([480, *starts]), max([960, *ends])


def agenda(
    present: list[Presence], plan: Timetable, following: Expected | None, now: datetime
) -> list[tuple[str, str, str]]:
    """What comes next: who starts and who leaves today, then the next internship day."""
    zone = cast("ZoneInfo", now.tzinfo)
    starts, ends = _("%(name)s starts"), _("%(name)s is done")
    rows: list[tuple[datetime, str, str, str]] = []
    for one in present:
        if one.expected is None or one.place is None:
            continue
        for moment, text in zip(one.expected.moments(zone), (starts, ends), strict=True):
            if moment > now:
                rows.append((moment, one.student.who.first, text, one.place.site))
    coming = [
        (clock(moment), text % {"name": name}, site)
        for moment, name, text, site in sorted(rows)[:SHOWN]
    ]
    if following and len(coming) < SHOWN:
        number = Counter(e.on for e in plan.days(following.on, following.on))[following.on]
        text = _("Next internship day")
        coming.append((short_day(following.on), text, _("%(num)s expected") % {"num": number}))
    return coming
