"""When a course met: exceptions only, said again they replace, and the roll knows nothing of it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from kindling.courses import actions
from kindling.courses.models import CourseDay, Missing
from kindling.courses.own_days import courses_on
from kindling.courses.queries.course import course_page
from kindling.courses.tests.teaching import make_course
from kindling.history.models import Event
from kindling.roll.models import Mark

MONDAY = date(2026, 10, 12)


def test_only_who_is_missing_is_written_and_a_second_word_replaces_the_first(cast):
    course = make_course(cast)
    places = [
        actions.give_place(course, who, since_on=date(2026, 9, 14), by=cast.as_("chen"))
        for who in (cast.luis, cast.jordan)
    ]
    actions.take_attendance(course, MONDAY, {places[0].public_id: "late"}, by=cast.as_("chen"))
    actions.take_attendance(course, MONDAY, {places[1].public_id: "absent"}, by=cast.as_("chen"))

    page = course_page(cast.as_("chen"), course)

    told = {line.place.student.first: (line.absent, line.late) for line in page.roster}
    assert told == {"Jordan": (1, 0), "Luis": (0, 0)}
    assert (CourseDay.objects.count(), Missing.objects.count(), Mark.objects.count()) == (1, 1, 0)
    last = Event.objects.filter(verb="course.attendance").order_by("-pk").first()
    assert last.detail["was"] == {places[0].public_id: "late"}


def test_the_meetings_are_the_weekdays_that_had_school(cast):
    page = course_page(cast.as_("chen"), make_course(cast))

    assert [str(line.on) for line in page.meetings][:2] == ["2026-10-12", "2026-10-07"]
    assert str(page.next_on) == "2026-10-14"


def test_not_ahead_not_outside_its_dates_and_not_for_strangers_to_the_roster(cast):
    course = make_course(cast)
    for on in (date(2026, 10, 14), date(2026, 9, 1)):
        with pytest.raises(ValidationError):
            actions.take_attendance(course, on, {}, by=cast.as_("chen"))
    with pytest.raises(PermissionDenied):
        actions.take_attendance(course, MONDAY, {"nobody": "late"}, by=cast.as_("chen"))


def test_it_stands_on_the_plan_of_a_students_day(cast, client_of):
    course = make_course(cast)
    actions.give_place(course, cast.luis, since_on=date(2026, 9, 14), by=cast.as_("chen"))
    monday, tuesday = (
        "/harbor-view/calendar/day/?on=2026-10-12",
        "/harbor-view/calendar/day/?on=2026-10-13",
    )

    def stands(name, page):
        return b"Soldering, " in client_of(name).get(page).content

    assert [stands(name, monday) for name in ("luis", "rosa", "jordan")] == [True, True, False]
    assert stands("luis", tuesday) is False
    actions.take_attendance(course, MONDAY, {}, has_met=False, by=cast.as_("chen"))
    assert stands("luis", monday) is False


def test_a_day_that_fell_out_takes_no_other_day_off_the_plan(cast):
    course = make_course(cast)
    actions.give_place(course, cast.luis, since_on=date(2026, 9, 14), by=cast.as_("chen"))
    earlier = date(2026, 10, 5)
    actions.take_attendance(course, earlier, {}, has_met=False, by=cast.as_("chen"))
    actions.take_attendance(course, MONDAY, {}, by=cast.as_("chen"))

    told = [courses_on(cast.as_("luis"), on, [cast.luis.pk]) for on in (earlier, MONDAY)]

    assert [bool(day) for day in told] == [False, True]
