"""A student's Today: where, when, with whom, one button; hours; the next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import Q

from kindling.attendance.expected import Expected
from kindling.attendance.models import Day
from kindling.attendance.rules import visible_days
from kindling.attendance.timetable import AHEAD, Timetable, timetable_of_person
from kindling.home.queries.placed import Place, Placed, oneself
from kindling.home.rules import advisors_of
from kindling.placements.models import Pursuit
from kindling.placements.rules import visible_pursuits
from kindling.rounds.models import Round
from kindling.rounds.queries.waiting import rounds_to_rank
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

NOTES = timedelta(days=14)  # how long a mentor's word stays on the first page
State = Day.State


@dataclass(frozen=True)
class StudentToday:
    """`place`, `expected` and `day` are today's; `forgotten` is an earlier day nobody left."""

    student: Placed
    place: Place | None
    expected: Expected | None
    day: Day | None
    forgotten: Day | None
    closed: str | None
    next_on: date | None
    next_place: Place | None
    notes: list[Day]
    pursuits: list[Pursuit]
    advisor: Person | None
    rounds: list[Round]

    @property
    def step(self) -> str:
        """What the green card is about: go, here, done, told, off or unplaced."""
        if self.day and self.day.student_in_at:
            return "here" if self.day.state == State.CHECKED_IN else "done"
        if self.day and self.day.state != State.EXPECTED:
            return "told"
        if self.expected:
            return "go"
        return "off" if self.student.places else "unplaced"


def student_today(viewer: Viewer) -> StudentToday | None:
    """Gather the page in five statements; None when the viewer is no student any more.

    Six while a round is under way at the school.
    """
    today = viewer.school.today()
    student = oneself(viewer, today)
    if student is None:
        return None
    plan = timetable_of_person(viewer, today, today + AHEAD)
    days = told_days(viewer, student, today)
    place, expected, day = todays(student, plan, days, today)
    following = plan.next_after(today)
    places = {place.pk: place for place in student.places}
    earlier = [d for d in days if d.on < today and d.state == State.CHECKED_IN]
    return StudentToday(
        student=student,
        place=place,
        expected=expected,
        day=day,
        forgotten=earlier[0] if earlier else None,
        closed=plan.closed.get(today) or next(iter(plan.called_off(today).values()), None),
        next_on=following.on if following else None,
        next_place=places.get(following.placement_id) if following else None,
        notes=[d for d in days if d.mentor_note and d.mentor_note_is_shared][:3],
        pursuits=open_pursuits(viewer, student),
        advisor=dict(advisors_of(viewer, [student.pk])).get(student.pk),
        rounds=rounds_to_rank(viewer, student.pk),
    )


def told_days(viewer: Viewer, student: Placed, today: date) -> list[Day]:
    """Today's days, days nobody left, and days with a word for the student, newest first."""
    told = Q(mentor_note_is_shared=True, on__gte=today - NOTES) & ~Q(mentor_note="")
    asked = Q(on=today) | Q(state=State.CHECKED_IN, on__gte=today - NOTES) | told
    rows = visible_days(viewer).filter(asked, student=student.pk)
    return list(rows.select_related("placement__mentor", "placement__site").order_by("-on", "pk"))


def open_pursuits(viewer: Viewer, student: Placed) -> list[Pursuit]:
    rows = visible_pursuits(viewer).filter(student=student.pk, state__in=Pursuit.UNDER_WAY)
    return list(rows.select_related("opportunity__site").order_by("-created_at")[:5])


def todays(
    student: Placed, plan: Timetable, days: list[Day], today: date
) -> tuple[Place | None, Expected | None, Day | None]:
    """Where the student is to be today: of several places the one not done yet, by the clock."""
    expected = plan.on(today)
    said = {day.placement_id: day for day in days if day.on == today}
    ways = [(p, expected.get(p.pk), said.get(p.pk)) for p in student.places]
    ways = sorted(
        (way for way in ways if way[1] or way[2]),
        key=lambda way: way[1].starts_at if way[1] else time.min,
    )
    for way in ways:
        if not (way[2] and way[2].student_out_at):
            return way
    return ways[-1] if ways else (None, None, None)
