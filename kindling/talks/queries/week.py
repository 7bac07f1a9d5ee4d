"""The advisor's week: everyone in one list, and who has waited longest for a talk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.advisory.rules import with_advisory
from kindling.attendance.rules import visible_days
from kindling.meetings.models import Commitment
from kindling.people.models import Student
from kindling.schools.listing import listing
from kindling.schools.viewer import Viewer
from kindling.talks import rules
from kindling.talks.models import SILENT, Talk


@dataclass(frozen=True, slots=True)
class Line:
    """One student: when they last talked, what is prepared, where they are."""

    student: Any  # with advisory_name
    last_on: date | None
    due_on: date | None
    is_silent: bool
    is_due: bool
    wants: str
    is_started: bool
    here: str  # what is known of today's internship day, "" for nothing
    promised: int  # what is not done yet
    is_late: bool  # … and should be


@listing
def _week(viewer: Viewer, show: str, silent_days: int) -> QuerySet[Any]:
    rows = with_advisory(rules.talkable_students(viewer))
    if show == "silent":
        rows = rows.filter(rules.silent_since(viewer, silent_days))
    return rows.order_by(F("last_on").asc(nulls_first=True), "person__sort_name", "pk")


def week_page(request: Any, show: str, silent_days: int) -> tuple[Any, list[Line]]:
    """The page of the list, and its lines. Five statements."""
    viewer: Viewer = request.viewer
    page = _week.page(request, show, silent_days)
    students = list(page.object_list)
    keys = [student.pk for student in students]
    seen = Seen(
        {talk.student_id: talk for talk in rules.next_talks(viewer, keys)} if keys else {},
        days_of(viewer, keys) if keys else {},
        promises_by(viewer, keys) if keys else {},
    )
    lines = [_line(viewer, one, seen, silent_days) for one in students]
    return page, lines


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of the students of a page, by student."""

    coming: dict[int, Talk]
    here: dict[int, str]
    promises: dict[int, list[Commitment]]


def promises_by(viewer: Viewer, students: list[int]) -> dict[int, list[Commitment]]:
    """What is not done yet, by student. One statement."""
    found: dict[int, list[Commitment]] = {}
    for one in rules.open_promises(viewer, students)[:500]:
        found.setdefault(one.student_id, []).append(one)
    return found


def _line(viewer: Viewer, student: Any, seen: Seen, silent_days: int) -> Line:
    today, coming = viewer.school.today(), seen.coming.get(student.pk)
    promised = seen.promises.get(student.pk, [])
    last_on, due_on = student.last_on, student.due_on
    since = last_on or student.enrolled_on
    return Line(
        student=student,
        last_on=last_on,
        due_on=due_on,
        is_silent=(today - since).days > silent_days,
        is_due=due_on is None or due_on <= today,
        wants=coming.wants if coming else "",
        is_started=bool(coming and coming.started_at),
        here=seen.here.get(student.pk, ""),
        promised=len(promised),
        is_late=any(one.is_overdue(today) for one in promised),
    )


def days_of(viewer: Viewer, students: list[int]) -> dict[int, str]:
    """What was said about today's internship day, by student. One statement."""
    rows = visible_days(viewer).filter(on=viewer.school.today(), student__in=students)
    return {day.student_id: day.get_state_display() for day in rows.only("student_id", "state")}


@dataclass(frozen=True, slots=True)
class Silent:
    """Somebody who was not talked to for too long."""

    id: str
    name: str
    first: str
    last_on: date | None

    @property
    def sentence(self) -> str:
        """For a list of what needs an advisor."""
        return _("No real talk yet.") if self.last_on is None else _("No real talk for a while.")


def silent_students(viewer: Viewer, days: int = SILENT, most: int = 20) -> list[Silent]:
    """Who had no real talk in so many days, longest first. One statement.

    For an advisor's Today; the school's own number of days costs one more (`rules.choice_of`).
    """
    rows = rules.talkable_students(viewer).filter(rules.silent_since(viewer, days))
    rows = rows.order_by(F("last_on").asc(nulls_first=True), "person__sort_name", "pk")[:most]
    return [Silent(one.public_id, one.name, one.first, one.last_on) for one in rows]


def last_talks(viewer: Viewer, students: list[int]) -> dict[int, date | None]:
    """Days of the last real talks, by student: for a list of an advisory. One statement."""
    rows = rules.talkable_students(viewer).filter(pk__in=students).order_by()
    return dict(rows.values_list("pk", "last_on"))


def ago(on: date | None, today: date) -> str:
    """Say how long ago a day was."""
    if on is None:
        return _("No talk yet")
    days = (today - on).days
    if days <= 0:
        return _("Today")
    return ngettext("%(num)s day ago", "%(num)s days ago", days) % {"num": days}


def students_named(viewer: Viewer) -> QuerySet[Student]:
    """Students whose talks one may open, or prepare."""
    found: QuerySet[Student] = rules.talkable_students(viewer)
    return found
