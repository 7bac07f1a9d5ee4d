"""A family's week as a letter: what the children did, who wrote, what comes, what to answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import get_language

from kindling.absences.models import Report
from kindling.absences.queries import reports_on
from kindling.attendance.models import Day
from kindling.attendance.rules import visible_days, visible_placements
from kindling.attendance.sums import minutes_now, parts_of
from kindling.attendance.timetable import AHEAD, timetable_of_adult
from kindling.attendance.waiting import week_of
from kindling.families import rules
from kindling.families.doors import BUTTONS, Button
from kindling.families.queries.coming import Coming, coming_to
from kindling.families.queries.doing import ToDo, to_do
from kindling.families.queries.written import Written, written_to
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

State = Day.State


@dataclass
class Child:
    """One child's week: `minutes` counts what was said and not disputed away."""

    student: Student
    matters: frozenset[Matter]
    hours: tuple[int, int, int]  # this term: confirmed, waiting, disputed
    advisor: Person | None = None
    places: list[Placement] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)
    said: Report | None = None  # what the school knows about today
    next_on: date | None = None
    next_site: str = ""
    written: list[Written] = field(default_factory=list)
    coming: list[Coming] = field(default_factory=list)

    @property
    def shows_days(self) -> bool:
        """Whether this reader may know where the child is."""
        return Matter.DAYS in self.matters

    @property
    def may_write(self) -> bool:
        """Who gets letters about the child writes back."""
        return Matter.TOLD in self.matters

    @property
    def buttons(self) -> list[Button]:
        """What apps above offer to who gets letters."""
        return BUTTONS if self.may_write else []

    @property
    def may_meet(self) -> bool:
        return Matter.PLAN in self.matters

    @property
    def may_decide(self) -> bool:
        return Matter.DECIDE in self.matters

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
class Letter:
    """The week from `first` to `last`, by child, and what waits for this reader."""

    first: date
    last: date
    children: list[Child]
    to_do: list[ToDo]


def letter_for(reader: Viewer) -> Letter:
    """Gather this week's letter for a family (`rules.reader_of`). As many statements for one child
    as for ten.
    """
    today = reader.school.today()
    first, _sunday = week_of(today)
    children = _children(reader, today)
    if children:
        _add_days(reader, children, first, today)
        _add_people(reader, children, first)
    return Letter(first, first + timedelta(days=4), list(children.values()), to_do(reader))


def _children(reader: Viewer, today: date) -> dict[int, Child]:
    matters = rules.matters_of(reader)
    rows = rules.children_of(reader).annotate(minutes=minutes_now(today))
    return {
        one.pk: Child(one, matters.get(one.pk, frozenset()), parts_of(one.minutes)) for one in rows
    }


def _add_days(reader: Viewer, children: dict[int, Child], first: date, today: date) -> None:
    """What was, what is known of today, and the next day out."""
    keys = [key for key, child in children.items() if child.shows_days]
    running = visible_placements(reader).filter(student__in=keys, state__in=Placement.RUNNING)
    for place in running.order_by("starts_on", "pk"):
        children[place.student_id].places.append(place)
    days = visible_days(reader).filter(on__gte=first, student__in=keys)
    for day in days.for_list().order_by("on", "pk"):
        children[day.student_id].days.append(day)
    for key, report in reports_on(reader.school, today, keys).items():
        children[key].said = report
    plan = timetable_of_adult(reader, today, today + AHEAD, Role.GUARDIAN)
    for child in (children[key] for key in keys):
        ahead = [
            (found.on, place.site.name)
            for place in child.places
            if (found := plan.next_after(today, place.pk))
        ]
        if ahead:
            child.next_on, child.next_site = min(ahead)


def _add_people(reader: Viewer, children: dict[int, Child], first: date) -> None:
    """Who advises each, what they wrote, and where the family is expected."""
    for key, advisor in rules.advisors_of(reader, list(children)):
        children[key].advisor = advisor
    for key, written in written_to(reader, list(children), first, get_language() or "en"):
        children[key].written.append(written)
    for key, one in coming_to(reader, list(children)):
        children[key].coming.append(one)
