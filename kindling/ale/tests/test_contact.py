"""Weekly contact, counted from what already happens. Today is Tuesday 13 October 2026."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from kindling.ale.actions import note_contact, take_back_contact
from kindling.ale.queries.contact import lacking, silent, week_of
from kindling.ale.tests.learning import met, put, switch_on, talked
from kindling.attendance.models import Day
from kindling.journals.models import JournalEntry
from kindling.placements.tests.factories import make_placement
from kindling.schedule.actions import add_closure
from kindling.schools.inside import inside
from kindling.visits.models import HomeVisit

TODAY = date(2026, 10, 13)


def line_of(cast, name="ana", day=TODAY):
    with inside(cast.school):
        (line,) = week_of(cast.as_(name), day).lines
        return line, line.words


def test_a_talk_this_week_counts(cast):
    switch_on(cast)
    put(cast)
    talked(cast, date(2026, 10, 12))

    line, words = line_of(cast)

    assert [(one.on, one.label) for one in line.found] == [(date(2026, 10, 12), "One-to-one")]
    assert (line.silent_days, line.tone, words) == (0, "good", "In touch")


def test_meetings_and_answered_journals_count_and_what_is_only_planned_does_not(cast):
    switch_on(cast)
    put(cast)
    met(cast, date(2026, 10, 12))
    met(cast, date(2026, 10, 13), state="booked")
    JournalEntry.objects.create(
        school=cast.school, student=cast.luis, on=date(2026, 10, 12), at=cast.school.now(),
        text="Secret.", answered_on=date(2026, 10, 13),
    )  # fmt: skip
    JournalEntry.objects.create(
        school=cast.school, student=cast.luis, on=date(2026, 10, 13), at=cast.school.now(),
        text="Not answered.",
    )  # fmt: skip

    line, _words = line_of(cast)

    assert [one.label for one in line.found] == ["Meeting", "Journal, answered"]


def test_a_mentors_day_counts_only_where_the_school_says_so(cast):
    placement = make_placement(cast, cast.luis, cast.clinic)
    Day.objects.create(
        school=cast.school, placement=placement, student=cast.luis, on=date(2026, 10, 12),
        state=Day.State.CONFIRMED, standing=Day.Standing.CONFIRMED, minutes=300,
    )  # fmt: skip
    switch_on(cast)
    put(cast)
    assert line_of(cast)[0].found == ()

    switch_on(cast, kinds=["talk", "day"])
    assert [one.with_whom for one in line_of(cast)[0].found] == ["Sam Ito"]


@pytest.mark.parametrize(
    ("last", "days", "tone"),
    [
        (date(2026, 10, 5), 5, "warn"),  # 6, 7, 8, 9 and 12 October
        (date(2026, 10, 6), 4, "quiet"),
        (date(2026, 9, 11), 21, "alert"),
    ],
)
def test_school_days_without_contact_are_counted_to_yesterday(cast, last, days, tone):
    switch_on(cast)
    put(cast)
    talked(cast, last)

    line, _words = line_of(cast)

    assert (line.silent_days, line.tone) == (days, tone)


def test_days_off_are_no_silence(cast):
    switch_on(cast)
    put(cast)
    talked(cast, date(2026, 10, 5))
    add_closure(
        by=cast.as_("dana"), label="Storm", starts_on=date(2026, 10, 7), ends_on=date(2026, 10, 9)
    )

    assert line_of(cast)[0].silent_days == 2


def test_who_began_yesterday_is_not_silent_for_weeks(cast):
    switch_on(cast)
    put(cast, since_on=date(2026, 10, 12))

    assert line_of(cast)[0].silent_days == 1


def test_an_earlier_week_says_how_it_stood_then(cast):
    switch_on(cast)
    put(cast)
    talked(cast, date(2026, 9, 21))
    talked(cast, date(2026, 10, 12))

    line, words = line_of(cast, day=date(2026, 9, 30))

    assert (line.found, line.silent_days) == ((), 9)
    assert words == "9 school days without contact"


def test_the_longest_silence_stands_first_and_costs_the_same(cast, django_assert_num_queries):
    switch_on(cast)
    for name in ("maya", "jordan", "luis"):
        put(cast, name)
    talked(cast, date(2026, 10, 12), "luis")
    talked(cast, date(2026, 10, 5), "maya")
    viewer = cast.as_("ana")

    with inside(cast.school), django_assert_num_queries(7):
        lines = week_of(viewer, TODAY).lines

    assert [one.place.student.first for one in lines] == ["Jordan", "Maya", "Luis"]
    with inside(cast.school):
        late = lacking(viewer)
    assert [one.place.student.first for one in late] == ["Jordan", "Maya"]


def test_noted_by_hand_counts_until_it_is_taken_back(cast):
    switch_on(cast)
    place = put(cast)
    ana = cast.as_("ana")

    noted = note_contact(place, on=TODAY, how="phone", words="Sick.", by=ana)
    assert line_of(cast)[0].silent_days == 0
    take_back_contact(noted, by=ana)

    assert line_of(cast)[0].found == ()


@pytest.mark.parametrize("name", ["otto", "liam", "priya", "rosa", "luis", "sam"])
def test_nobody_else_sees_who_learns_so(cast, name):
    switch_on(cast)
    put(cast)

    with inside(cast.school):
        assert week_of(cast.as_(name), TODAY).lines == ()


def test_off_shows_nothing(cast):
    switch_on(cast)
    put(cast)
    switch_on(cast, is_on=False)

    with inside(cast.school):
        assert week_of(cast.as_("dana"), TODAY).lines == ()


def test_silent_counts_days_after_the_last_contact_only():
    days = [date(2026, 10, n) for n in (5, 6, 7, 8, 9)]

    assert silent(days, date(2026, 10, 6), date(2026, 9, 1), date(2026, 10, 9)) == 3
    assert silent(days, None, date(2026, 10, 8), date(2026, 10, 9)) == 2
    assert silent([], None, date(2026, 10, 8), date(2026, 10, 9)) == 0


def test_after_the_term_nothing_is_asked(cast):
    switch_on(cast)
    put(cast)
    talked(cast, date(2027, 6, 18))

    with time_machine.travel("2027-07-20T13:00:00Z"):
        line, words = line_of(cast, day=date(2027, 7, 20))

    assert (line.silent_days, words) == (0, "No school this week")


def test_a_visit_at_home_is_told_as_a_visit(cast):
    switch_on(cast)
    put(cast)
    HomeVisit.objects.create(
        school=cast.school, student=cast.luis, planned_on=TODAY, on=TODAY, by=cast.ana,
        state=HomeVisit.State.NOTED, hopes="A quiet room.",
    )  # fmt: skip

    line, _words = line_of(cast)

    assert [one.label for one in line.found] == ["Visit or call"]
