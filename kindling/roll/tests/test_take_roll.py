"""The advisor takes the roll of the advisory; a second save corrects and keeps what was."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kindling.advisory.actions import seat_student
from kindling.attendance.tests.placed import make_placement
from kindling.history.models import Event
from kindling.kit.http import Refused
from kindling.roll.actions import take_roll
from kindling.roll.models import Correction, Mark, MonthSum
from kindling.roll.proof import wrong_sums
from kindling.roll.roster import Said, read_roll
from kindling.schedule.actions import add_closure
from kindling.schools.viewer import Viewer
from tests.cast import make_student

TODAY, MONDAY = date(2026, 10, 13), date(2026, 10, 12)


def roll_of(cast, name="ana", on=TODAY):
    return read_roll(cast.as_(name), cast.tide, on)


def everybody(roll, code="P"):
    return {row.public_id: Said(code) for row in roll.rows}


def marks():
    return dict(Mark.objects.values_list("student__person__given_name", "code"))


def test_everybody_is_offered_as_present(cast):
    roll = roll_of(cast)

    assert [(row.name, row.shown) for row in roll.rows] == [
        ("Jordan Blake", Said("P")), ("Luis Diaz", Said("P")), ("Maya Santos", Said("P")),
    ]  # fmt: skip
    assert not roll.is_taken


def test_a_save_writes_a_mark_for_each_and_the_sums(cast):
    roll = roll_of(cast)

    n = take_roll(roll, everybody(roll) | {cast.maya.public_id: Said("L", 12)}, by=cast.as_("ana"))

    assert n == 3
    assert marks() == {"Jordan": "P", "Luis": "P", "Maya": "L"}
    maya = Mark.objects.get(student=cast.maya)
    assert (maya.minutes, maya.said, maya.by, maya.method) == (12, 9 * 60, cast.ana, "r")
    assert list(MonthSum.objects.values_list("student", "month", "present", "late").order_by("student")) == [
        (cast.maya.pk, date(2026, 10, 1), 0, 1),
        (cast.jordan.pk, date(2026, 10, 1), 1, 0),
        (cast.luis.pk, date(2026, 10, 1), 1, 0),
    ]  # fmt: skip
    event = Event.objects.get(verb="roll.take")
    assert event.detail == {"on": "2026-10-13", "codes": {"P": 2, "L": 1}, "changed": 0}


def test_a_second_save_corrects_and_keeps_both_values(cast):
    roll = roll_of(cast)
    take_roll(roll, everybody(roll), by=cast.as_("ana"))

    take_roll(
        roll_of(cast, "dana"),
        {cast.maya.public_id: Said("E")},
        why="Her mother called.",
        by=cast.as_("dana"),
    )

    assert marks() == {"Jordan": "P", "Luis": "P", "Maya": "E"}
    one = Correction.objects.get()
    assert (one.student, one.on, one.was_code, one.code, one.why, one.by) == (
        cast.maya, TODAY, "P", "E", "Her mother called.", cast.dana,
    )  # fmt: skip
    assert wrong_sums(cast.school) == {}


def test_saving_the_same_again_changes_nothing(cast):
    roll = roll_of(cast)
    take_roll(roll, everybody(roll), by=cast.as_("ana"))
    events = Event.objects.count()

    again = roll_of(cast)
    assert take_roll(again, everybody(again), by=cast.as_("ana")) == 0

    assert (Correction.objects.count(), Event.objects.count()) == (0, events)


def test_of_two_first_savers_one_wins_and_the_other_is_told(cast):
    ana, dana = roll_of(cast), roll_of(cast, "dana")
    take_roll(ana, everybody(ana), by=cast.as_("ana"))

    with pytest.raises(Refused):
        take_roll(dana, everybody(dana, "A"), by=cast.as_("dana"))

    assert marks() == {"Jordan": "P", "Luis": "P", "Maya": "P"}
    assert wrong_sums(cast.school) == {}


def test_of_two_who_correct_one_wins_and_the_other_is_told(cast):
    first = roll_of(cast)
    take_roll(first, everybody(first), by=cast.as_("ana"))
    ana, dana = roll_of(cast), roll_of(cast, "dana")
    take_roll(ana, {cast.maya.public_id: Said("L", 5)}, by=cast.as_("ana"))

    with pytest.raises(Refused):
        take_roll(dana, {cast.maya.public_id: Said("A")}, by=cast.as_("dana"))

    assert marks()["Maya"] == "L"
    assert wrong_sums(cast.school) == {}


def test_an_older_page_is_refused_by_name(cast):
    first = roll_of(cast)
    take_roll(first, everybody(first) | {cast.maya.public_id: Said("A")}, by=cast.as_("ana"))

    seen = {cast.maya.public_id: "P"}
    with pytest.raises(Refused, match="Maya Santos is now “Absent”"):
        take_roll(roll_of(cast), {cast.maya.public_id: Said("L")}, seen=seen, by=cast.as_("ana"))


def test_a_second_tap_on_save_is_no_quarrel(cast):
    first = roll_of(cast)
    seen = dict.fromkeys(everybody(first), "")
    take_roll(first, everybody(first), seen=seen, by=cast.as_("ana"))

    again = take_roll(roll_of(cast), everybody(first), seen=seen, by=cast.as_("ana"))

    assert again == 0
    assert marks() == {"Jordan": "P", "Luis": "P", "Maya": "P"}


def test_no_roll_on_a_day_off_a_weekend_or_tomorrow(cast):
    add_closure(by=cast.as_("dana"), label="Storm", starts_on=MONDAY, ends_on=MONDAY)
    ana = cast.as_("ana")

    for on in (MONDAY, date(2026, 10, 10), date(2026, 10, 14)):
        roll = roll_of(cast, on=on)
        with pytest.raises(Refused):
            take_roll(roll, {cast.maya.public_id: Said("P")}, by=ana)

    assert Mark.objects.count() == 0


def test_who_sits_elsewhere_that_day_is_not_on_the_roll(cast):
    late = make_student(cast.school, "Nia Cole", "101", date(2012, 1, 1))
    seat_student(late, cast.tide, by=Viewer.system(cast.school), since_on=TODAY)

    assert len(roll_of(cast, on=MONDAY).rows) == 3
    assert len(roll_of(cast).rows) == 4


def test_who_is_expected_at_an_internship_is_asked_for_no_mark(cast):
    make_placement(cast.jordan, cast.clinic, cast.sam)

    row = roll_of(cast).rows[0]

    assert (row.name, row.shown, row.place) == ("Jordan Blake", None, "Bayside Animal Clinic")


def test_only_who_leads_the_advisory_or_the_office_takes_the_roll(cast):
    for name in ("maya", "rosa", "liam", "otto", "sam", "tasha"):
        roll = read_roll(cast.as_(name), cast.tide, TODAY)
        with pytest.raises(PermissionDenied):
            take_roll(roll, {cast.maya.public_id: Said("P")}, by=cast.as_(name))

    for name in ("chen", "priya", "ana"):
        take_roll(roll_of(cast, name), {cast.maya.public_id: Said("P")}, by=cast.as_(name))
    assert Mark.objects.count() == 1


def statements(cast, n):
    for number in range(n - 3):
        more = make_student(cast.school, f"Extra{number} Kid", "101", date(2012, 1, 1))
        seat_student(more, cast.tide, by=Viewer.system(cast.school), since_on=date(2026, 9, 1))
    roll = roll_of(cast)
    with CaptureQueriesContext(
        connection,
    ) as first:
        take_roll(roll, everybody(roll), by=cast.as_("ana"))
    roll = roll_of(cast)
    with CaptureQueriesContext(connection) as second:
        take_roll(roll, everybody(roll, "L"), by=cast.as_("ana"))
    return [
        len([q for q in told if "SAVEPOINT" not in q["sql"]]) - 1 for told in (first, second)
    ]  # as_() asks for the hats: one


def test_four_statements_for_a_first_save_and_five_for_corrections(cast):
    assert statements(cast, 3) == [4, 5]


def test_as_many_for_eight_students(cast):
    assert statements(cast, 8) == [4, 5]
