"""A place in a course: asked for, given, left, completed; and who may see any of it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.courses import actions, rules
from kindling.courses.models import CoursePlace, HeldTime
from kindling.courses.queries.waits import waits
from kindling.courses.tests.teaching import TODAY, make_course, nora
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.notices.models import Notice
from kindling.schedule.models import Commitment
from kindling.schools.inside import inside


def test_a_student_asks_and_the_teacher_takes_them_in(cast):
    nora(cast)
    course = make_course(cast, by="nora", teacher=cast.nora)

    place = actions.ask_place(course, "Radios.", by=cast.as_("jordan"))
    again = actions.ask_place(course, "Radios.", by=cast.as_("jordan"))
    with inside(cast.school):
        assert [one.key for one in waits(cast.as_("nora"))] == [f"course.ask:{place.public_id}"]
    actions.answer_ask(place, yes=True, by=cast.as_("nora"))

    assert (again.pk, place.state, place.since_on) == (place.pk, "on", TODAY)
    told = Notice.objects.filter(kind="courses/answered").values_list("person_id", "subject")
    assert list(told) == [(cast.jordan.person.pk, "You have a place in Soldering")]
    assert waits(cast.as_("nora")) == []


def test_a_no_says_why_and_the_student_may_take_back_only_what_is_asked(cast):
    course = make_course(cast)
    place = actions.ask_place(course, by=cast.as_("jordan"))

    with pytest.raises(ValidationError):
        actions.answer_ask(place, yes=False, by=cast.as_("chen"))
    with pytest.raises(PermissionDenied):
        actions.leave_course(place, by=cast.as_("luis"))
    actions.answer_ask(place, yes=False, reason="Next term.", by=cast.as_("chen"))

    assert (place.state, place.reason) == ("declined", "Next term.")
    with pytest.raises(PermissionDenied):
        actions.leave_course(place, by=cast.as_("jordan"))


def test_the_last_place_is_given_once(cast):
    course = make_course(cast, capacity=1)
    actions.give_place(course, cast.maya, by=cast.as_("chen"))

    with pytest.raises(Refused, match="All 1 places are taken"):
        actions.give_place(course, cast.jordan, by=cast.as_("chen"))
    with pytest.raises(ValidationError, match="1 students have a place"):
        actions.change_course(
            course, {**_facts_of(course), "capacity": 0}, by=cast.as_("chen")
        )  # fmt: skip

    assert CoursePlace.objects.count() == 1


def _facts_of(course):
    from kindling.courses.actions.offering import Facts  # noqa: PLC0415

    return {name: getattr(course, name) for name in Facts.__annotations__}


def test_who_leaves_keeps_the_dates_and_coming_again_is_another_row(cast):
    course = make_course(cast)
    first = actions.give_place(course, cast.jordan, since_on=date(2026, 9, 21), by=cast.as_("chen"))
    actions.leave_course(first, "Moved.", by=cast.as_("chen"))

    second = actions.give_place(course, cast.jordan, by=cast.as_("chen"))

    first.refresh_from_db()
    assert (first.state, str(first.since_on), first.until_on) == ("left", "2026-09-21", TODAY)
    assert (second.pk != first.pk, second.since_on) == (True, TODAY)


def test_a_college_class_is_the_students_own_time_until_they_leave(cast):
    course = make_course(
        cast, kind="college", college="Bay State", title="Biology 101", weekdays="1,3"
    )
    place = actions.give_place(course, cast.luis, by=cast.as_("chen"))
    times = Commitment.objects.order_by("weekday").values_list("weekday", "label", "until_on")
    assert list(times) == [
        (1, "Biology 101", date(2026, 11, 20)), (3, "Biology 101", date(2026, 11, 20)),
    ]  # fmt: skip

    actions.leave_course(place, by=cast.as_("chen"))

    assert (Commitment.objects.count(), HeldTime.objects.count()) == (0, 0)


def test_it_ends_with_a_word_for_each_and_only_then(cast):
    course = make_course(cast, credit="0.5")
    place = actions.give_place(course, cast.luis, by=cast.as_("chen"))
    with pytest.raises(Refused, match="Luis Diaz"):
        actions.finish_course(course, by=cast.as_("chen"))

    actions.finish_place(place, done=True, word="Calm hands.", by=cast.as_("chen"))
    actions.finish_place(place, done=True, word="Very calm hands.", by=cast.as_("chen"))
    actions.finish_course(course, by=cast.as_("chen"))

    assert (place.state, place.credit) == ("done", "0.5")
    told = Event.objects.filter(verb="courseplace.word").values_list("detail", flat=True)
    assert list(told) == [{"was": {"word": "Calm hands.", "credit": "0.5"}}]
    with pytest.raises(Refused):
        actions.finish_place(place, done=False, by=cast.as_("chen"))


@pytest.mark.parametrize(
    ("name", "sees"),
    [("luis", 1), ("jordan", 1), ("maya", 0), ("rosa", 1), ("ana", 2), ("chen", 2), ("nora", 2),
     ("liam", 0), ("tasha", 0), ("otto", 0), ("sam", 0)],
)  # fmt: skip
def test_who_sees_which_places(cast, name, sees):
    nora(cast)
    course = make_course(cast, teacher=cast.nora)
    for student in (cast.luis, cast.jordan):
        actions.give_place(course, student, by=cast.as_("chen"))

    assert rules.visible_places(cast.as_(name)).count() == sees


@pytest.mark.parametrize("name", ["luis", "rosa", "ana", "liam", "otto"])
def test_who_does_not_keep_a_course_gives_no_places(cast, name):
    course = make_course(cast)

    with pytest.raises(PermissionDenied):
        actions.give_place(course, cast.maya, by=cast.as_(name))
