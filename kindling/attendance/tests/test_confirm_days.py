"""A mentor says: yes, that's right."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.attendance.actions import check_in, check_out, confirm_days, settle_day
from kindling.attendance.models import Day, Entry, Hours
from kindling.attendance.tests.placed import (
    Statements,
    at,
    make_placement,
    spoken_on,
    with_pass,
)
from kindling.attendance.waiting import spoken_days, unconfirmed
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.placements.models import Placement


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def hours(placement):
    row = Hours.objects.get(placement=placement)
    return row.confirmed, row.waiting, row.disputed


def went(cast, placement, name="jordan", until="14:05"):
    day = check_in(placement, by=cast.as_(name))
    with time_machine.travel(at(f"2026-10-13 {until}")):
        return check_out(day, by=cast.as_(name))


def test_the_students_word_becomes_the_mentors(cast, placement):
    went(cast, placement)

    confirm_days([spoken_on(placement)], by=with_pass(cast.sam, placement))

    day = Day.objects.get()
    assert (day.state, day.standing, day.minutes) == ("confirmed", "confirmed", 305)
    assert (day.mentor_in_at, day.mentor_out_at) == (day.student_in_at, day.student_out_at)
    assert hours(placement) == (305, 0, 0)
    entry = day.entries.last()
    assert (entry.voice, entry.kind, entry.by, entry.minutes) == (
        "mentor", "confirm", cast.sam, 305,
    )  # fmt: skip
    event = Event.objects.get(verb="day.confirm")
    assert (event.by, event.by_pass) == (cast.sam, True)


def test_a_forgotten_check_out_counts_until_the_planned_end(cast, placement):
    check_in(placement, by=cast.as_("jordan"))

    confirm_days([spoken_on(placement)], by=with_pass(cast.sam, placement))

    assert hours(placement)[0] in (299, 300)


def test_a_silent_day_counts_as_planned(cast, placement):
    confirm_days([spoken_on(placement)], by=with_pass(cast.sam, placement))

    day = Day.objects.get()
    assert (day.state, day.minutes, day.term.label) == ("confirmed", 300, "Trimester 1")
    assert hours(placement) == (300, 0, 0)


def test_twice_is_once(cast, placement):
    went(cast, placement)
    mentor = with_pass(cast.sam, placement)
    confirm_days([spoken_on(placement)], by=mentor)

    confirm_days([spoken_on(placement)], by=mentor)

    assert hours(placement) == (305, 0, 0)
    assert Entry.objects.filter(kind="confirm").count() == 1


def test_two_devices_at_once_confirm_once(cast, placement):
    went(cast, placement)
    mentor = with_pass(cast.sam, placement)
    seen = spoken_on(placement), spoken_on(placement)
    confirm_days([seen[0]], by=mentor)

    with pytest.raises(Refused, match="Load the page again"):
        confirm_days([seen[1]], by=mentor)

    assert hours(placement) == (305, 0, 0)


def test_a_day_settled_meanwhile_refuses_the_whole_week(cast, placement):
    went(cast, placement)
    week = [spoken_on(placement, date(2026, 10, 8)), spoken_on(placement)]
    settle_day(Day.objects.get(), minutes=60, reason="Left", by=cast.as_("ana"))

    with pytest.raises(Refused):
        confirm_days(week, by=with_pass(cast.sam, placement))

    assert Day.objects.count() == 1


def test_the_week_of_two_interns_goes_at_once(cast, placement):
    other = make_placement(cast.luis, cast.clinic, cast.sam, starts_on=date(2026, 10, 8))
    went(cast, placement)
    mentor = with_pass(cast.sam, placement, other)
    placements = Placement.objects.filter(pk__in=[placement.pk, other.pk])
    week = spoken_days(cast.school, placements, date(2026, 10, 5), date(2026, 10, 11))

    confirm_days(week, by=mentor)

    assert [(d.student.first, d.on.day) for d in Day.objects.order_by("on", "pk")] == [
        ("Jordan", 6), ("Jordan", 8), ("Luis", 8), ("Jordan", 13),
    ]  # fmt: skip
    assert (hours(placement), hours(other)) == ((600, 305, 0), (300, 0, 0))


def test_only_the_mentor_with_a_link_that_names_the_internship_confirms(cast, placement):
    other = make_placement(cast.luis, cast.clinic, cast.sam)
    for viewer in [
        with_pass(cast.sam, other),
        with_pass(cast.ana, placement),
        cast.as_("sam"),
        cast.as_("ana"),
        cast.as_("chen"),
        cast.as_("jordan"),
        cast.as_("otto"),
    ]:
        with pytest.raises(PermissionDenied):
            confirm_days([spoken_on(placement)], by=viewer)

    assert Day.objects.count() == 0


def test_one_day_that_is_not_theirs_stops_all(cast, placement):
    other = make_placement(cast.luis, cast.shelter, cast.ana)

    with pytest.raises(PermissionDenied):
        confirm_days([spoken_on(placement), spoken_on(other)], by=with_pass(cast.sam, placement))

    assert Day.objects.count() == 0


def test_twenty_days_take_ten_statements(cast):
    placements = [
        make_placement(student, cast.clinic, cast.sam, weekdays=(0, 1, 2, 3, 4))
        for student in (cast.jordan, cast.luis)
    ]
    mentor = with_pass(cast.sam, *placements)
    chosen = Placement.objects.filter(pk__in=[p.pk for p in placements])
    span = date(2026, 9, 28), date(2026, 10, 9)
    confirm_days(spoken_days(cast.school, chosen, span[0], span[0]), by=mentor)
    Day.objects.update(state="checked_out", standing="waiting")
    Hours.objects.update(waiting=300, confirmed=0)
    rows = spoken_days(cast.school, chosen, *span)
    for one in rows:
        Day.objects.row_for(one.placement, one.expected, one.term_id)

    with Statements() as sent:
        rows = unconfirmed(spoken_days(cast.school, chosen, *span), cast.school.now())
        confirm_days(rows, by=mentor)

    assert len(rows) == 20
    # placements, timetable, days; update, entries, events, sums; marks of the roll and their two sums
    assert sent.count == 10
