"""One course: who has a place, when it meets, who was missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from kindling.courses import rules
from kindling.courses.models import Course, CourseDay, CoursePlace
from kindling.schedule.queries.days import closed_days, days_between
from kindling.schools.viewer import Viewer

SHOWN = 6  # meetings on the page; earlier ones behind their dates
BACK = timedelta(days=60)
State = CoursePlace.State


@dataclass(frozen=True)
class MeetingLine:
    """One date of the course; `day` is what was said about it, if anything was."""

    on: date
    day: CourseDay | None


@dataclass(frozen=True)
class RosterLine:
    """One place, and how often its student was not there or late."""

    place: CoursePlace
    absent: int
    late: int


@dataclass(frozen=True)
class CoursePage:
    """Everything a course's page shows, for this viewer. At most eight statements."""

    course: Course
    may_keep: bool
    may_ask: bool
    own: CoursePlace | None  # the viewer's own latest place
    roster: list[RosterLine]
    asked: list[CoursePlace]
    left: list[CoursePlace]
    taken: int
    meetings: list[MeetingLine]
    next_on: date | None

    @property
    def is_full(self) -> bool:
        return self.course.capacity is not None and self.taken >= self.course.capacity


def course_page(viewer: Viewer, course: Course) -> CoursePage:
    """Gather it. A student reads of others only how many they are."""
    keeps = rules.may_keep_course(viewer, course)
    places = list(rules.visible_places(viewer).filter(course=course).order_by(
        "student__person__sort_name", "pk"
    )[:300])  # fmt: skip
    mine = [one for one in places if one.student.person_id == viewer.person_id]
    listed = [one for one in places if one.state in CoursePlace.ROSTER]
    meetings, next_on = meetings_of(viewer, course)
    own = max(mine, key=lambda one: one.pk, default=None)
    may_ask = rules.may_ask(viewer, course) and (own is None or own.state not in CoursePlace.LIVE)
    return CoursePage(
        course=course, may_keep=keeps, own=own, meetings=meetings if keeps else [],
        may_ask=may_ask and own_may_ask(own), roster=_lines(listed),
        asked=[one for one in places if one.state == State.ASKED],
        left=[one for one in places if one.state in (State.LEFT, State.DECLINED)],
        taken=taken_in(course), next_on=next_on,
    )  # fmt: skip


def own_may_ask(own: CoursePlace | None) -> bool:
    """Who completed a course does not ask for it again here."""
    return own is None or own.state not in CoursePlace.ROSTER


def taken_in(course: Course) -> int:
    """How many have a place now. One statement."""
    return course.places.filter(state=State.ON).count()


def _lines(places: list[CoursePlace]) -> list[RosterLine]:
    counts: Counter[tuple[int, str]] = Counter(
        (one.place_id, one.kind) for one in rules.missing_of([place.pk for place in places])
    )
    return [
        RosterLine(
            one, counts[one.pk, "absent"] + counts[one.pk, "excused"], counts[one.pk, "late"]
        )
        for one in places
    ]


def meetings_of(viewer: Viewer, course: Course) -> tuple[list[MeetingLine], date | None]:
    """The latest meetings up to today, newest first, and the next one. Two statements."""
    today = viewer.school.today()
    first, last = max(course.starts_on, today - BACK), min(course.ends_on, today + BACK)
    said = {day.on: day for day in rules.days_of(course)[:100]}
    closed = closed_days(viewer.school, first, last)
    dates = [
        on for on in days_between(first, last)
        if on.weekday() in course.weekday_keys and on not in closed
    ]  # fmt: skip
    over = sorted({on for on in dates if on <= today} | set(said), reverse=True)[:SHOWN]
    ahead = next((on for on in dates if on > today), None)
    return [MeetingLine(on, said.get(on)) for on in over], ahead


def there_on(viewer: Viewer, course: Course, on: date) -> list[CoursePlace]:
    """Who had a place on a date, by name. One statement."""
    rows = rules.visible_places(viewer).filter(course=course, since_on__lte=on)
    rows = rows.filter(state__in=(*CoursePlace.ROSTER, State.LEFT))
    rows = rows.order_by("student__person__sort_name", "pk")
    return [one for one in rows[:300] if one.until_on is None or one.until_on >= on]
