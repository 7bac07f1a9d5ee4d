"""A family's week: what the child did, what comes, whom to call. Four statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q

from kindling.attendance.models import Day
from kindling.attendance.rules import visible_days
from kindling.attendance.timetable import AHEAD, timetable_of_adult
from kindling.attendance.waiting import week_of
from kindling.home.queries.placed import Place, Placed
from kindling.home.queries.placed import children as placed_children
from kindling.home.rules import advisors_of
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

State = Day.State


@dataclass
class Child:
    """One child's week: `minutes` counts what was said and not disputed away."""

    student: Placed
    advisor: Person | None = None
    days: list[Day] = field(default_factory=list)
    next_on: date | None = None
    next_place: Place | None = None

    @property
    def went(self) -> list[Day]:
        return [day for day in self.days if day.student_in_at or day.minutes]

    @property
    def minutes(self) -> int:
        return sum(day.minutes for day in self.went)

    @property
    def is_there(self) -> bool:
        return any(day.state == State.CHECKED_IN for day in self.days)

    @property
    def sites(self) -> list[str]:
        return list(dict.fromkeys(day.placement.site.name for day in self.went))

    @property
    def notes(self) -> list[Day]:
        return [day for day in self.days if day.mentor_note and day.mentor_note_is_shared]


@dataclass(frozen=True)
class Family:
    """The week from `first` to `last`, by child."""

    first: date
    last: date
    children: list[Child]


def family_week(viewer: Viewer) -> Family:
    """Gather this week's letter."""
    today = viewer.school.today()
    first, _sunday = week_of(today)
    last = first + timedelta(days=4)
    children = {s.pk: Child(s) for s in placed_children(viewer, today)}
    plan = timetable_of_adult(viewer, today, today + AHEAD, Role.GUARDIAN)
    days = visible_days(viewer).filter(Q(on__gte=first), student__in=list(children))
    for day in days.for_list().order_by("on", "pk"):
        children[day.student_id].days.append(day)
    for student_id, person in advisors_of(viewer, list(children)):
        children[student_id].advisor = person
    for child in children.values():
        coming = [
            (found.on, place)
            for place in child.student.places
            if (found := plan.next_after(today, place.pk))
        ]
        if coming:
            child.next_on, child.next_place = min(coming, key=lambda row: row[0])
    return Family(first, last, list(children.values()))
