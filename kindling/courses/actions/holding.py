"""A college class takes a student out of the school's day: their own time says so."""

from __future__ import annotations

from kindling.courses.models import CoursePlace, HeldTime
from kindling.courses.rules import held_by
from kindling.schedule.actions import add_commitment, end_commitment
from kindling.schedule.models import Commitment
from kindling.schools.viewer import Viewer


def hold_time(place: CoursePlace, *, by: Viewer) -> None:
    """Note the weekdays of a college class as the student's own time, from today or its start.

    Kindling does it itself: a teacher who takes a student in need not answer for their week.
    """
    course, clock = place.course, Viewer.system(by.school)
    if not course.is_elsewhere or course.starts_at is None:
        return
    since = max(course.starts_on, place.since_on, by.school.today())
    if course.ends_on < since:
        return
    for weekday in course.weekday_keys:
        commitment = add_commitment(
            place.student, by=clock, kind=Commitment.Kind.COLLEGE, label=course.title[:120],
            weekday=weekday, since_on=since, until_on=course.ends_on,
            starts_at=course.starts_at, ends_at=course.ends_at,
        )  # fmt: skip
        HeldTime.objects.get_or_create(
            place=place, commitment=commitment, defaults={"school": by.school}
        )


def free_time(place: CoursePlace, *, by: Viewer) -> None:
    """From today on the student is expected at school again."""
    today, clock = by.school.today(), Viewer.system(by.school)
    for held in held_by(place):
        commitment = held.commitment
        if commitment.until_on is None or commitment.until_on >= today:
            end_commitment(commitment, by=clock)
    HeldTime.objects.filter(place=place).delete()
