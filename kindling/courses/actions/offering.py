"""A course is offered, changed, called off, finished."""

from __future__ import annotations

from datetime import date, time
from typing import TypedDict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.courses import rules
from kindling.courses.actions.holding import free_time, hold_time
from kindling.courses.models import Course, CoursePlace, RequiredCourse
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


class Facts(TypedDict):
    """What a course is. `weekdays`: "1,3", Monday is 0."""

    kind: str
    title: str
    about: str
    teacher: Person | None
    taught_by: str
    college: str
    credit: str
    room: str
    capacity: int | None
    weekdays: str
    starts_at: time | None
    ends_at: time | None
    starts_on: date
    ends_on: date
    may_ask: bool
    counts_for: RequiredCourse | None


@transaction.atomic
def offer_course(facts: Facts, *, by: Viewer) -> Course:
    """Make a course known. Who offers it and names nobody else teaches it."""
    require(rules.may_offer_course(by))
    _check(facts, by)
    made: Course = Course.objects.create(school=by.school, **facts)
    record("course.offer", made, by=by, title=made.title, kind=made.kind)
    return made


@transaction.atomic
def change_course(course: Course, facts: Facts, *, by: Viewer) -> None:
    """Change what it is. New days or hours of a college class move its students' own time along."""
    require(rules.may_keep_course(by, course))
    course = Course.objects.select_for_update().get(pk=course.pk)
    if not course.is_on:
        raise Refused(_("This course is over. Open it again before you change it."))
    _check(facts, by)
    _leave_room(course, facts["capacity"])
    was = {name: getattr(course, name) for name in facts}
    for name, value in facts.items():
        setattr(course, name, value)
    course.save()
    changed = sorted(name for name in facts if was[name] != getattr(course, name))
    record("course.change", course, by=by, changed=changed)
    if {"kind", "weekdays", "starts_at", "ends_at", "ends_on", "title"} & set(changed):
        for place in _taken(course):
            free_time(place, by=by)
            hold_time(place, by=by)


@transaction.atomic
def cancel_course(course: Course, reason: str, *, by: Viewer) -> None:
    """It does not take place. Places end, with the reason; what was kept stays."""
    require(rules.may_keep_course(by, course))
    take_step(course, "cancel", by=by, detail={"why": reason})
    for place in CoursePlace.objects.filter(course=course, state__in=CoursePlace.LIVE):
        _end(place, reason, by)


def _end(place: CoursePlace, reason: str, by: Viewer) -> None:
    until = max(by.school.today(), place.since_on)
    take_step(place, "leave", by=by, until_on=until, reason=reason[:500])
    free_time(place, by=by)


@transaction.atomic
def finish_course(course: Course, *, by: Viewer) -> None:
    """It is over. Refused while somebody on the roster has no word yet: done, or not done."""
    require(rules.may_keep_course(by, course))
    Course.objects.select_for_update().get(pk=course.pk)
    places = CoursePlace.objects.filter(course=course)
    open_ones = places.filter(state=CoursePlace.State.ON).select_related("student__person")
    if open_ones:
        names = ", ".join(place.student.name for place in open_ones[:5])
        raise Refused(_("First say for each student how it ended: %(names)s.") % {"names": names})
    for place in places.filter(state=CoursePlace.State.ASKED):
        reason = _("The course is over.")
        take_step(place, "decline", by=by, reason=reason, until_on=place.since_on)
    take_step(course, "finish", by=by)


@transaction.atomic
def reopen_course(course: Course, *, by: Viewer) -> None:
    """It goes on after all."""
    require(rules.may_keep_course(by, course))
    take_step(course, "reopen", by=by)


def _taken(course: Course) -> list[CoursePlace]:
    rows = CoursePlace.objects.filter(course=course, state=CoursePlace.State.ON)
    return list(rows.select_related("student"))


def _leave_room(course: Course, capacity: int | None) -> None:
    taken = CoursePlace.objects.filter(course=course, state=CoursePlace.State.ON).count()
    if capacity is not None and capacity < taken:
        told = _("%(num)s students have a place already.") % {"num": taken}
        raise ValidationError({"capacity": told})


def _check(facts: Facts, by: Viewer) -> None:
    teacher, counts_for = facts["teacher"], facts["counts_for"]
    require(teacher is None or teacher.school_id == by.school.pk)
    require(counts_for is None or counts_for.school_id == by.school.pk)
    if facts["ends_on"] < facts["starts_on"]:
        raise ValidationError({"ends_on": _("Choose a last day on or after the first day.")})
    start, end = facts["starts_at"], facts["ends_at"]
    if (start is None) != (end is None):
        missing = "starts_at" if start is None else "ends_at"
        raise ValidationError({missing: _("Say from when until when, or leave both empty.")})
    if start is not None and end is not None and end <= start:
        raise ValidationError({"ends_at": _("Choose an end later than the beginning.")})
    if teacher is None and not facts["taught_by"].strip() and not facts["college"].strip():
        raise ValidationError({"taught_by": _("Say who teaches it.")})
