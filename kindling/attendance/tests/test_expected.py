"""Expected days follow from the timetable, the calendar and closures; minutes are real time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kindling.attendance.expected import (
    Planned,
    expected_days,
    is_same,
    minutes_between,
    moment_of,
)
from kindling.attendance.tests.placed import close, make_placement
from kindling.attendance.timetable import timetable_of
from kindling.placements.models import Placement


def everybody():
    return list(Placement.objects.values_list("pk", flat=True))


NEW_YORK = ZoneInfo("America/New_York")
days = st.dates(date(2026, 8, 1), date(2027, 7, 31))
rows = st.builds(
    Planned,
    placement_id=st.integers(1, 3),
    weekday=st.integers(0, 6),
    starts_at=st.just(time(9)),
    ends_at=st.just(time(14)),
    since_on=days,
    until_on=st.none() | days,
)


@given(st.lists(rows, max_size=6), st.sets(days, max_size=30), days, st.integers(0, 60))
def test_expected_days_are_exactly_the_open_days_on_which_a_row_holds(planned, closed, first, n):
    last = first + timedelta(days=n)

    found = expected_days(planned, closed, first, last)

    span = [first + timedelta(days=k) for k in range(n + 1)]
    assert [(e.on, e.placement_id) for e in found] == [
        (day, placement)
        for day in span
        if day not in closed
        for placement in (1, 2, 3)
        if any(row.placement_id == placement and row.holds_on(day) for row in planned)
    ]


def test_a_new_timetable_leaves_the_days_before_it_alone():
    old = Planned(1, 1, time(9), time(12), date(2026, 9, 1), date(2026, 9, 30))
    new = Planned(1, 1, time(13), time(16), date(2026, 10, 1))

    found = expected_days([old, new], (), date(2026, 9, 28), date(2026, 10, 6))

    assert [(e.on.day, e.starts_at.hour) for e in found] == [(29, 9), (6, 13)]


def test_where_two_timetables_hold_the_newer_one_counts():
    old = Planned(1, 1, time(9), time(12), date(2026, 9, 1))
    new = Planned(1, 1, time(13), time(16), date(2026, 10, 1))

    found = expected_days([new, old], (), date(2026, 10, 6), date(2026, 10, 6))

    assert [e.starts_at for e in found] == [time(13)]


def test_the_timetable_knows_placement_year_term_and_closures_in_one_statement(
    cast, django_assert_num_queries
):
    make_placement(cast.jordan, cast.clinic, cast.sam, ends_on=date(2026, 12, 3))
    close(cast.school, date(2026, 11, 26), date(2026, 11, 27), "Thanksgiving")
    close(cast.north, date(2026, 12, 1))
    span = date(2026, 11, 23), date(2026, 12, 31)

    keys = everybody()

    with django_assert_num_queries(1):
        plan = timetable_of(cast.school, *span, keys)

    assert [e.on.isoformat() for e in plan.days()] == ["2026-11-24", "2026-12-01", "2026-12-03"]
    assert plan.closed == {date(2026, 11, 26): "Thanksgiving", date(2026, 11, 27): "Thanksgiving"}
    assert [term.label for term in plan.terms] == ["Trimester 1", "Trimester 2"]
    assert plan.term_on(date(2026, 11, 28)) is None


def test_nobody_is_expected_outside_the_school_year(cast):
    make_placement(cast.jordan, cast.clinic, cast.sam)

    plan = timetable_of(cast.school, date(2027, 6, 14), date(2027, 7, 30), everybody())

    assert [e.on.isoformat() for e in plan.days()] == ["2027-06-15", "2027-06-17"]


def test_the_next_day_skips_what_is_closed(cast):
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    close(cast.school, date(2026, 10, 15))
    plan = timetable_of(cast.school, date(2026, 10, 13), date(2026, 11, 13), everybody())

    assert plan.next_after(date(2026, 10, 13), placement.pk).on == date(2026, 10, 20)
    assert plan.next_after(date(2026, 10, 13), placement.pk + 1) is None


def test_the_day_the_clocks_go_back_is_an_hour_longer():
    day = date(2026, 11, 1)  # at 2:00 it is 1:00 again

    start, end = moment_of(day, time(0, 30), NEW_YORK), moment_of(day, time(5), NEW_YORK)

    assert minutes_between(start, end) == 5 * 60 + 30


def test_the_day_the_clocks_go_forward_is_an_hour_shorter():
    day = date(2027, 3, 14)  # at 2:00 it is 3:00

    start, end = moment_of(day, time(0, 30), NEW_YORK), moment_of(day, time(5), NEW_YORK)

    assert minutes_between(start, end) == 3 * 60 + 30


def test_an_hour_that_does_not_exist_is_read_as_before_the_change():
    moment = moment_of(date(2027, 3, 14), time(2, 30), NEW_YORK)

    assert moment.astimezone(UTC) == datetime(2027, 3, 14, 7, 30, tzinfo=UTC)


@given(
    days,
    st.times(),
    st.integers(0, 24 * 60),
    st.sampled_from(["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata"]),
)
def test_minutes_are_those_of_a_stopwatch(day, at, minutes, zone):
    begin = datetime.combine(day, at)
    start = begin.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    end = (begin.replace(tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone))

    assert minutes_between(start, end) == minutes


def test_minutes_are_never_negative():
    start = datetime(2026, 10, 13, 9, tzinfo=UTC)

    assert minutes_between(start, start - timedelta(hours=1)) == 0


def test_ten_minutes_apart_is_the_same_time():
    nine = datetime(2026, 10, 13, 9, tzinfo=UTC)

    assert is_same(nine, nine + timedelta(minutes=10)) is True
    assert is_same(nine, nine + timedelta(minutes=11)) is False
    assert is_same(None, nine) is True
