"""Who is silent: what is expected, less whoever was heard of. A constant few statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from kindling.absences.models import Kind, Report
from kindling.absences.queries import reports_by_day
from kindling.attendance.models import Day
from kindling.attendance.timetable import timetable
from kindling.ladder.models import Alarm
from kindling.placements.models import PlannedDay
from kindling.schools.models import School

STILL = timedelta(hours=2)  # after an outage an alarm is raised so long after the planned end
LASTS = timedelta(hours=18)  # then the day is over, whatever happened

type Key = tuple[int, date]  # placement's key, day


@dataclass(frozen=True)
class Silent:
    """Expected, and nobody has said a word. `due_at` heeds that somebody said to be late."""

    placement_id: int
    on: date
    due_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Seen:
    """A school at one moment: who is silent, what was reported, and which alarms there are."""

    now: datetime
    silent: dict[Key, Silent]  # also those whose time has not come
    expected: frozenset[Key]
    heard: frozenset[Key]
    reports: dict[tuple[int, date], Report]  # by student
    alarms: dict[Key, Alarm]


def heard() -> Q:
    """Days about which somebody said where the student is. The mentor's "wasn't here" does not."""
    silent = Q(state__in=[Day.State.EXPECTED, Day.State.ABSENT], student_in_at__isnull=True)
    return ~silent


def look(school: School, now: datetime) -> Seen:
    """Read yesterday and today (a day may cross midnight). Four statements."""
    first, last = now.date() - timedelta(days=1), now.date()
    planned = PlannedDay.objects.filter(school=school)
    plan = timetable(school, first, last, planned)
    students = {row.placement_id: row.student_id for row in plan.planned}
    reports = reports_by_day(school, first, last)
    days = Day.objects.filter(heard(), school=school, on__gte=first, on__lte=last)
    spoken = frozenset(days.values_list("placement_id", "on"))
    silent: dict[Key, Silent] = {}
    expected = plan.days(first, last)
    for one in expected:
        report = reports.get((students[one.placement_id], one.on))
        key = (one.placement_id, one.on)
        if key in spoken or (report and report.kind == Kind.ABSENT):
            continue
        starts, ends = one.moments(school.zone)
        due = max(starts, report.due_at) if report and report.due_at else starts
        silent[key] = Silent(*key, due, max(ends, due))
    return Seen(
        now=now,
        silent=silent,
        expected=frozenset((one.placement_id, one.on) for one in expected),
        heard=spoken,
        reports=reports,
        alarms=alarms_between(school, first, last),
    )


def alarms_between(school: School, first: date, last: date) -> dict[Key, Alarm]:
    """The alarms of these days, and older ones that are still live, with whom they are about."""
    rows = Alarm.objects.filter(Q(on__gte=first) | Q(state__in=Alarm.LIVE), school=school)
    related = ("student__person", "placement__site", "placement__mentor")
    # Whoever taps "I have it" in this moment waits until the ladder has climbed, or is seen by it.
    rows = rows.select_for_update(of=("self",)).select_related(*related)
    return {(one.placement_id, one.on): one for one in rows}


def answered_schools() -> list[int]:
    """Keys of the schools in which a live alarm has its answer. One statement for all schools."""
    day = Day.objects.filter(heard(), placement=OuterRef("placement"), on=OuterRef("on"))
    told = Report.objects.filter(
        Q(kind=Kind.ABSENT) | Q(due_at__gt=OuterRef("due_at")),
        student=OuterRef("student"),
        since_on__lte=OuterRef("on"),
        until_on__gte=OuterRef("on"),
        state__in=Report.LIVE,
    )
    live = Alarm.objects.filter(Exists(day) | Exists(told), state__in=Alarm.LIVE)
    return list(live.order_by().values_list("school_id", flat=True).distinct())
