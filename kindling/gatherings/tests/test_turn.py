"""Whose turn it is: who has waited longest; everybody may pass."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from hypothesis import given, settings
from hypothesis import strategies as st

from kindling.advisory.actions import unseat_student
from kindling.gatherings import actions
from kindling.gatherings.models import Turn
from kindling.gatherings.order import next_of
from kindling.gatherings.queries import waits
from kindling.kit.http import Refused
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

TODAY = date(2026, 10, 13)
PAGE = "/harbor-view/gatherings/"


def begun(cast, kind="pick_me_up") -> Turn:
    return actions.begin_turns(cast.tide, kind, by=cast.as_("ana"))


def test_by_name_first_then_who_has_waited_longest(cast):
    named, turn = [], begun(cast)
    for day in (14, 15, 16, 19):
        named.append(turn.student.first)
        with time_machine.travel(f"2026-10-{day}T12:00Z"):
            turn = actions.hold_turn(turn, note="A song.", by=cast.as_("ana"))

    assert named == ["Jordan", "Luis", "Maya", "Jordan"]
    assert (turn.student.first, turn.on) == ("Luis", date(2026, 10, 20))


def test_who_passes_waits_like_everybody_else(cast):
    turn = actions.pass_turn(begun(cast), by=cast.as_("jordan"))
    assert (turn.student.first, turn.on) == ("Luis", date(2026, 10, 14))
    turn = actions.pass_turn(turn, by=cast.as_("luis"))
    turn = actions.pass_turn(turn, by=cast.as_("maya"))

    assert turn.student.first == "Jordan"


@settings(deadline=None, max_examples=40)
@given(st.lists(st.booleans(), min_size=12, max_size=60), st.integers(min_value=1, max_value=8))
def test_nobody_is_asked_twice_before_everybody_was_asked_once(passes, size):
    students = [(key, f"name {key}") for key in range(size)]
    last, asked = {}, []
    for day, _ in enumerate(passes):
        student = next_of(students, last)
        last[student] = date.fromordinal(740_000 + day)
        asked.append(student)

    rounds = [asked[n : n + size] for n in range(0, len(asked) - size + 1, size)]
    assert all(sorted(one) == list(range(size)) for one in rounds)


def test_pick_me_up_and_circle_go_round_by_themselves(cast):
    first, second = begun(cast), begun(cast, "circle")
    actions.hold_turn(first, by=cast.as_("ana"))

    assert second.student.first == "Jordan"
    assert Turn.objects.get(kind="circle").state == "next"


def test_held_twice_is_held_once(cast):
    turn = begun(cast)
    actions.hold_turn(turn, by=cast.as_("ana"))
    with pytest.raises(Refused, match="faster"):
        actions.hold_turn(turn, by=cast.as_("ana"))
    assert Turn.objects.filter(state="next").count() == 1


@pytest.mark.parametrize("name", ["maya", "luis", "rosa", "otto", "liam"])
def test_nobody_passes_for_somebody_else(cast, name):
    with pytest.raises(PermissionDenied):
        actions.pass_turn(begun(cast), by=cast.as_(name))


def test_a_student_does_not_say_that_they_led_it(cast):
    with pytest.raises(PermissionDenied):
        actions.hold_turn(begun(cast), by=cast.as_("jordan"))


def test_who_left_the_group_is_not_next(cast):
    begun(cast)
    unseat_student(cast.jordan, by=Viewer.system(cast.school))
    with time_machine.travel("2026-10-15T12:00Z"):
        assert begun(cast).student.first == "Luis"


def test_the_next_one_knows_it_the_evening_before(cast, client_of):
    turn = begun(cast)
    with inside(cast.school):
        assert [wait.kind for wait in waits(cast.as_("jordan"))] == ["turn.next"]
        assert waits(cast.as_("maya")) == []
    assert "Your turn" in client_of("jordan").get(f"{PAGE}of/{cast.tide.public_id}/").text
    assert client_of("jordan").post(f"{PAGE}turns/{turn.public_id}/pass/").status_code == 302
    assert client_of("otto").post(f"{PAGE}turns/{turn.public_id}/pass/").status_code == 404
