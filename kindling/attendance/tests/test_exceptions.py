"""What is different for some: A and B weeks, other plans of a date, closed sites, own time."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from kindling.advisory.actions import make_advisory
from kindling.attendance.tests.placed import TUESDAY, close, make_placement
from kindling.attendance.timetable import (
    timetable,
    timetable_of,
    timetable_of_adult,
    timetable_of_person,
    timetable_of_placement,
    why_not,
)
from kindling.placements.models import PlannedDay
from kindling.schedule.models import Anchor, Change, Closure, Commitment
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import SiteClosure

THURSDAY = date(2026, 10, 15)


@pytest.fixture
def placement(cast):
    """Jordan (grade 201, in Tide) at the clinic, Tuesdays and Thursdays, 9:00 to 14:00."""
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def days_of(placement, first=TUESDAY, last=date(2026, 10, 31)):
    plan = timetable_of_placement(placement, first, last)
    return [(e.on.isoformat()[5:], e.starts_at.hour, e.ends_at.hour) for e in plan.days()]


def change(cast, on, **facts):
    usual = {"school": cast.school, "on": on, "note": "Trip", "plan": "same"}
    return Change.objects.create(**(usual | facts))


def busy(student, **facts):
    usual = {
        "school": student.school, "student": student, "kind": "college",
        "since_on": date(2026, 9, 1),
    }  # fmt: skip
    return Commitment.objects.create(**(usual | facts))


def alternate(placement, letters, monday=date(2026, 10, 12)):
    Anchor.objects.create(school=placement.school, on=monday)
    for row, letter in zip(placement.planned_days.order_by("weekday"), letters, strict=True):
        PlannedDay.objects.filter(pk=row.pk).update(letter=letter)


def test_a_weeks_and_b_weeks_alternate(placement):
    alternate(placement, "AB")

    found = [day for day, *_ in days_of(placement, TUESDAY, date(2026, 11, 6))]

    # A: the week of 12 October
    assert found == ["10-13", "10-22", "10-27", "11-05"]


def test_weeks_alternate_over_winter_break_unless_the_school_begins_anew(cast, placement):
    alternate(placement, "AA", monday=date(2026, 12, 7))
    close(cast.school, date(2026, 12, 21), date(2027, 1, 1), "Winter break")
    after = date(2027, 1, 4), date(2027, 1, 17)

    kept = [day for day, *_ in days_of(placement, *after)]
    Anchor.objects.create(school=cast.school, on=date(2027, 1, 11))
    anew = [day for day, *_ in days_of(placement, *after)]

    assert kept == ["01-05", "01-07"]  # 7 December was A, so 4 January is A again
    assert anew == ["01-05", "01-07", "01-12", "01-14"]


def test_another_schools_anchor_is_not_ours(cast, placement):
    Anchor.objects.create(school=cast.north, on=date(2026, 10, 12))
    PlannedDay.objects.filter(placement=placement).update(letter="B")

    # Nobody said which week is A, so nobody is forgotten.
    assert [day for day, *_ in days_of(placement, last=THURSDAY)] == ["10-13", "10-15"]


def test_a_date_that_runs_as_another_weekday_beats_the_week(cast, placement):
    change(cast, date(2026, 10, 14), plan="other_day", weekday=1)  # a Wednesday as Tuesday
    change(cast, THURSDAY, plan="other_day", weekday=0)  # a Thursday as Monday

    assert days_of(placement, last=date(2026, 10, 17)) == [("10-13", 9, 14), ("10-14", 9, 14)]


def test_a_saturday_makes_up_for_a_snow_day(cast, placement):
    close(cast.school, THURSDAY)
    change(cast, date(2026, 10, 17), plan="other_day", weekday=3, note="Makes up for Thursday")

    found = [day for day, *_ in days_of(placement, last=date(2026, 10, 18))]

    assert found == ["10-13", "10-17"]


def test_an_advisorys_day_beats_the_grades_and_the_grades_the_schools(cast, placement):
    luis = make_placement(cast.luis, cast.shelter, cast.sam)  # grade 401, in Tide too
    change(cast, THURSDAY, has_internships=False)
    change(cast, THURSDAY, plan="late", starts_at=time(10), grade="201")  # internships go on

    def expected():
        plan = timetable_of(cast.school, THURSDAY, THURSDAY, [placement.pk, luis.pk])
        return [e.placement_id for e in plan.days()]

    by_grade = expected()
    change(cast, THURSDAY, has_internships=False, advisory=cast.tide)
    by_advisory = expected()

    assert (by_grade, by_advisory) == ([placement.pk], [])


def test_the_trip_of_another_advisory_leaves_the_student_alone(cast, placement):
    empty = make_advisory(by=Viewer.system(cast.school), name="Reef")
    change(cast, THURSDAY, has_internships=False, advisory=empty)

    assert [day for day, *_ in days_of(placement, last=THURSDAY)] == ["10-13", "10-15"]


def test_a_closed_site_expects_nobody_and_says_why(cast, placement):
    luis = make_placement(cast.luis, cast.shelter, cast.sam)
    SiteClosure.objects.create(
        school=cast.school, site=placement.site, label="Stocktaking", starts_on=TUESDAY,
        ends_on=TUESDAY,
    )  # fmt: skip

    plan = timetable_of(cast.school, TUESDAY, date(2026, 10, 31), [placement.pk, luis.pk])

    assert list(plan.on(TUESDAY)) == [luis.pk]
    assert plan.called_off(TUESDAY) == {placement.pk: "Stocktaking"}
    assert why_not(placement, plan, TUESDAY) == (
        "No internship today: Stocktaking. Next is Thursday 15 October."
    )


def test_exams_of_one_grade_cancel_its_internships_only(cast, placement):
    luis = make_placement(cast.luis, cast.shelter, cast.sam)
    Closure.objects.create(
        school=cast.school, kind="exam", label="State test", grades="101,201",
        starts_on=TUESDAY, ends_on=TUESDAY,
    )  # fmt: skip

    plan = timetable_of(cast.school, TUESDAY, THURSDAY, [placement.pk, luis.pk])

    assert [(e.on, e.placement_id) for e in plan.days()] == [
        (TUESDAY, luis.pk), (THURSDAY, placement.pk), (THURSDAY, luis.pk),
    ]  # fmt: skip
    assert (plan.closed, plan.called_off(TUESDAY)) == ({}, {placement.pk: "State test"})


@pytest.mark.parametrize(
    ("hours", "left"),
    [
        (None, []),
        ((8, 10), [("10-13", 10, 14)]),
        ((13, 15), [("10-13", 9, 13)]),
        ((11, 12), [("10-13", 9, 14)]),  # goes and comes back
        ((9, 14), []),
        ((7, 9), [("10-13", 9, 14)]),
    ],
)
def test_own_time_is_taken_from_the_day(cast, placement, hours, left):
    times = dict(zip(("starts_at", "ends_at"), map(time, hours), strict=True)) if hours else {}
    busy(cast.jordan, since_on=TUESDAY, until_on=TUESDAY, kind="doctor", **times)
    busy(cast.luis, since_on=TUESDAY, until_on=TUESDAY)

    assert days_of(placement, last=TUESDAY) == left


def test_a_college_class_each_thursday_shortens_each_thursday(cast, placement):
    weekly = {"weekday": 3, "starts_at": time(12), "ends_at": time(15)}
    busy(cast.jordan, label="Biology 101", until_on=date(2026, 10, 22), **weekly)

    plan = timetable_of_placement(placement, TUESDAY, date(2026, 10, 30))

    assert [(e.on.day, e.ends_at.hour, e.note) for e in plan.days()] == [
        (13, 14, ""), (15, 12, "Biology 101"), (20, 14, ""), (22, 12, "Biology 101"),
        (27, 14, ""), (29, 14, ""),
    ]  # fmt: skip


def test_own_time_is_by_the_clock_on_the_wall_when_the_clocks_change(cast):
    placement = make_placement(
        cast.jordan, cast.clinic, cast.sam, weekdays=(6,), starts_at=time(0), ends_at=time(6)
    )
    fall = date(2026, 11, 1)  # at 2:00 it is 1:00 again
    busy(cast.jordan, weekday=6, starts_at=time(0), ends_at=time(1))

    (day,) = timetable_of_placement(placement, fall, fall).days()
    starts, ends = day.moments(ZoneInfo("America/New_York"))

    assert (ends - starts).total_seconds() == 5 * 3600  # on the wall
    assert (ends.timestamp() - starts.timestamp()) == 6 * 3600  # on a stopwatch


def test_each_way_of_reading_it_is_one_statement_and_knows_all(
    cast, placement, django_assert_num_queries
):
    busy(cast.jordan, since_on=TUESDAY, until_on=TUESDAY, label="Dentist")
    span = TUESDAY, TUESDAY
    planned = PlannedDay.objects.filter(school=cast.school)
    jordan, ana = cast.as_("jordan"), cast.as_("ana")
    ways = [
        lambda: timetable(cast.school, *span, planned),
        lambda: timetable_of(cast.school, *span, [placement.pk]),
        lambda: timetable_of_placement(placement, *span),
        lambda: timetable_of_adult(ana, *span, Role.ADVISOR),
        lambda: timetable_of_person(jordan, *span),
    ]

    for way in ways:
        with django_assert_num_queries(1):
            plan = way()
        assert (plan.days(), plan.called_off(TUESDAY)) == ([], {placement.pk: "Dentist"})


def test_a_mentor_does_not_read_what_is_the_students_own(cast, placement):
    busy(cast.jordan, since_on=TUESDAY, until_on=TUESDAY, label="Dentist")
    plan = timetable_of_placement(placement, TUESDAY, THURSDAY)

    own, mentors = (why_not(placement, plan, TUESDAY, to_mentor=to) for to in (False, True))

    assert ("Dentist" in own, "Dentist" in mentors) == (True, False)
    assert "busy elsewhere" in mentors
