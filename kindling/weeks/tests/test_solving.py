"""What every plan of a week keeps, for any week that hypothesis can think of, by both solvers."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.weeks.solving.checking import alone, clashes, clashes_of
from kindling.weeks.solving.exact import solve_exactly
from kindling.weeks.solving.greedy import solve_greedily
from kindling.weeks.solving.openings import openings
from kindling.weeks.solving.problem import DAY, Slot
from kindling.weeks.solving.reasons import Why, reasons
from kindling.weeks.tests.solving import a_large_week, problems

# A busy machine is no failure.
calm = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def exactly(problem):
    return solve_exactly(problem, {}, seconds=5, tell=lambda count: None)


both = pytest.mark.parametrize("solve", [solve_greedily, exactly], ids=["greedy", "exact"])


@both
@calm
@given(problem=problems())
def test_no_plan_has_a_clash(solve, problem):
    found = solve(problem)

    assert clashes(problem, found.slots) == ()


@both
@calm
@given(problem=problems(), data=st.data())
def test_what_is_fixed_stays(solve, problem, data):
    before = solve_greedily(problem).slots
    fixed = set(data.draw(st.lists(st.sampled_from(sorted(before)), max_size=3))) if before else ()
    talks = tuple(
        replace(one, wish=before[one.key], is_fixed=True) if one.key in fixed else one
        for one in problem.talks
    )
    again = replace(problem, talks=talks, free=problem.free | {"p0": ()})

    found = solve(again)

    assert {key: found.slots.get(key) for key in fixed} == {key: before[key] for key in fixed}
    assert clashes(again, found.slots) == ()


@calm
@given(problem=problems())
def test_the_exact_one_is_never_worse(problem):
    greedy = solve_greedily(problem)
    exact = solve_exactly(problem, greedy.slots, seconds=5, tell=lambda count: None)

    assert len(exact.slots) >= len(greedy.slots)


@calm
@given(problem=problems())
def test_the_greedy_one_gives_the_same_plan_again(problem):
    assert solve_greedily(problem) == solve_greedily(problem)


def test_both_hold_a_large_week():
    problem = a_large_week(talks=60, panelists=150, rooms=5)

    greedy = solve_greedily(problem)

    assert clashes(problem, greedy.slots) == ()
    assert len(greedy.slots) + len(reasons(problem, greedy.slots)) >= 60


@calm
@given(problem=problems())
def test_each_that_is_left_out_has_one_reason_and_it_is_true(problem):
    plan = solve_greedily(problem).slots
    left = {talk.key: talk for talk in problem.talks if talk.key not in plan}

    told = [reason for reason in reasons(problem, plan) if reason.talk]

    assert [reason.talk for reason in told] == list(left)
    for reason in told:
        could_be = any(
            not alone(problem, left[reason.talk], one)
            for one in all_slots(problem, left[reason.talk])
        )
        assert could_be == (reason.why in {Why.TAKEN, Why.ONE_AWAY})


@calm
@given(problem=problems())
def test_what_is_open_has_no_clash_and_nothing_else_is(problem):
    plan = solve_greedily(problem).slots
    for talk in problem.talks[:2]:
        rest = {key: slot for key, slot in plan.items() if key != talk.key}

        free = {one.slot.start for one in openings(problem, rest, talk.key) if not one.family}

        fits = {
            one.start
            for one in all_slots(problem, talk)
            if not clashes_of(problem, rest | {talk.key: one}, talk.key)
        }
        assert free == fits


def all_slots(problem, talk):
    """Every slot on the grid, with every choice of interpreters."""
    return [
        Slot(room.key, start, voices)
        for room in problem.rooms
        for start in range(0, 2 * DAY, problem.step)
        for voices in product(*talk.interpreters)
    ]
