"""Who has a place: asked for, given, left, completed."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.courses import rules
from kindling.courses.actions.holding import free_time, hold_time
from kindling.courses.models import Course, CoursePlace
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.people.models import Student
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

State = CoursePlace.State


@transaction.atomic
def ask_place(course: Course, why: str = "", *, by: Viewer) -> CoursePlace:
    """A student asks for a place, also in a course that is full: somebody may leave. Twice is once."""
    student = rules.own_student(by)
    require(student is not None)
    assert student is not None  # noqa: S101  said above
    course = _locked(course, by)
    if not rules.may_ask(by, course):
        raise Refused(_("This course does not take requests. Ask the teacher."))
    place = _put(course, student, State.ASKED, by.school.today(), by, why=why[:500])
    record("courseplace.ask", place, by=by, course=course.public_id)
    return place


@transaction.atomic
def give_place(
    course: Course, student: Student, *, since_on: date | None = None, by: Viewer
) -> CoursePlace:
    """Put a student on the roster from a day on. Who has a place already keeps it."""
    require(rules.may_keep_course(by, course) and student.school_id == by.school.pk)
    course = _locked(course, by)
    since = max(since_on or by.school.today(), course.starts_on)
    if since > course.ends_on:
        raise ValidationError({"since_on": _("The course is over by then.")})
    asked = CoursePlace.objects.filter(course=course, student=student, state=State.ASKED).first()
    if asked is not None:
        _admit(asked, since, by)
        return asked
    place = _put(course, student, State.ON, since, by)
    hold_time(place, by=by)
    told = {"course": course.public_id, "student": student.public_id, "since": str(since)}
    record("courseplace.give", place, by=by, **told)
    return place


@transaction.atomic
def answer_ask(place: CoursePlace, *, yes: bool, reason: str = "", by: Viewer) -> None:
    """Take the student in, or say why not this time."""
    require(rules.may_keep_course(by, place.course))
    _locked(place.course, by)
    if yes:
        _admit(place, max(by.school.today(), place.course.starts_on), by)
    elif not reason.strip():
        raise ValidationError({"reason": _("Say why, in a sentence the student can read.")})
    else:
        take_step(place, "decline", by=by, reason=reason[:500], until_on=place.since_on)
    _tell(place, by)


@transaction.atomic
def leave_course(place: CoursePlace, reason: str = "", *, by: Viewer) -> None:
    """The student leaves, today; the row stays with its dates."""
    require(rules.may_leave(by, place))
    until = max(by.school.today(), place.since_on)
    take_step(place, "leave", by=by, until_on=until, reason=reason[:500])
    free_time(place, by=by)


@transaction.atomic
def finish_place(
    place: CoursePlace, *, done: bool, word: str = "", credit: str = "", by: Viewer
) -> None:
    """Say how it ended for one student, with a short word they and the family can read.

    It may be said again with other words: what it said before stands in the history.
    """
    require(rules.may_keep_course(by, place.course))
    if not Course.objects.select_for_update().get(pk=place.course_id).is_on:
        raise Refused(_("This course is over. Open it again before you change it."))
    target = State.DONE if done else State.NOT_DONE
    credit = (credit or place.course.credit)[:120] if done else ""
    word = word.strip()[:1000]
    if place.state == target:
        if (place.word, place.credit) != (word, credit):
            was = {"word": place.word, "credit": place.credit}
            CoursePlace.objects.filter(pk=place.pk, state=target).update(word=word, credit=credit)
            record("courseplace.word", place, by=by, was=was)
        return
    until = min(max(by.school.today(), place.since_on), max(place.course.ends_on, place.since_on))
    changes = {"word": word, "credit": credit, "until_on": until}
    was = {"word": place.word} if place.word else {}
    take_step(place, "complete" if done else "miss", by=by, detail=was, **changes)
    free_time(place, by=by)


def _tell(place: CoursePlace, by: Viewer) -> None:
    """A letter to the student, with what was answered."""
    with inside(by.school):
        url = place.course.get_absolute_url()
    facts = {"course": place.course.title, "is_in": place.state == State.ON, "why": place.reason}
    notify(place.student.person, "courses/answered", facts, by=by, url=url)


def _admit(place: CoursePlace, since: date, by: Viewer) -> None:
    _require_room(place.course)
    take_step(place, "take_in", by=by, since_on=since, until_on=None)
    hold_time(place, by=by)


def _put(
    course: Course, student: Student, state: str, since: date, by: Viewer, *, why: str = ""
) -> CoursePlace:
    """Make the place; the one there is already stays as it is."""
    live = CoursePlace.objects.filter(course=course, student=student, state__in=CoursePlace.LIVE)
    found = live.first()
    if found is not None:
        return found
    if state == State.ON:
        _require_room(course)
    facts = {"course": course, "student": student, "state": state, "since_on": since, "why": why}
    place: CoursePlace = CoursePlace.objects.create(school=by.school, by=by.person, **facts)
    return place


def _require_room(course: Course) -> None:
    taken = CoursePlace.objects.filter(course=course, state=State.ON).count()
    if course.capacity is not None and taken >= course.capacity:
        told = _("All %(num)s places are taken. Make room first, or raise the number.")
        raise Refused(told % {"num": course.capacity})


def _locked(course: Course, by: Viewer) -> Course:
    """The course as it is now; two who take the last place wait for each other."""
    require(course.school_id == by.school.pk)
    kept = Course.objects.select_for_update().get(pk=course.pk)
    if kept.is_over_on(by.school.today()):
        raise Refused(_("This course is over."))
    return kept
