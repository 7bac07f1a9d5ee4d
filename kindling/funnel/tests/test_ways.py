"""Sums that point at nobody."""

from datetime import date

import pytest

from kindling.funnel.ways import Way, groups_of, lost_of, steps_of, waits_of

TODAY = date(2026, 10, 13)


def way(**facts):
    plain = dict.fromkeys(
        ("interest", "wish", "asked", "tried", "shadowed", "started", "finished"), False
    )
    base = {
        "student": 1, "grade": "9", "language": "English", "advisory": "Tide",
        "enrolled_on": date(2026, 9, 1), "last_on": None, "is_running": False, "minutes": 0,
    }  # fmt: skip
    return Way(**{**base, **plain, **facts})


def many(number, **facts):
    return [way(**facts) for _ in range(number)]


def counts(steps):
    return {step.key: step.count for step in steps}


def test_a_number_under_eight_is_hidden_and_eight_is_told():
    told = counts(steps_of(many(8, asked=True) + many(7, tried=True)))

    assert (told["asked"], told["tried"], told["finished"]) == (8, None, 0)


def test_an_advisor_reads_small_numbers_of_their_own_but_never_a_wish():
    told = counts(steps_of(many(3, asked=True, wish=True), own=True))

    assert (told["asked"], told["wish"]) == (3, None)


@pytest.mark.parametrize("wishing", [0, 5, 13, 20])
def test_that_nobody_or_all_keep_a_place_in_mind_is_hidden_too(wishing):
    ways = many(wishing, wish=True) + many(20 - wishing)

    assert counts(steps_of(ways))["wish"] is None
    assert counts(steps_of(ways + many(20, wish=True) + many(20)))["wish"] == wishing + 20


def test_what_is_lost_is_told_only_beside_two_numbers_that_are():
    steps = steps_of(many(20, asked=True) + many(9, tried=True, asked=True))
    lost = {step.key: step.lost for step in steps}

    assert (lost["tried"], lost["shadowed"], lost["asked"]) == (20, 9, None)


def test_one_hidden_group_takes_the_next_smallest_with_it():
    ways = (
        many(20, grade="9", asked=True)
        + many(12, grade="10", asked=True)
        + many(30, grade="11", asked=False)
        + many(3, grade="11", asked=True)
    )
    asked = {row.label: row.counts[0] for row in groups_of(ways, "grade", TODAY)}

    assert asked == {"9": 20, "10": None, "11": None}


def test_a_small_group_has_no_numbers_at_all():
    ways = many(7, grade="9", minutes=600) + many(10, grade="10", minutes=600)
    rows = {row.label: row for row in groups_of(ways, "grade", TODAY)}

    assert (rows["9"].is_small, set(rows["9"].counts), rows["9"].hours) == (True, {None}, None)
    assert rows["10"].hours == 10


def test_how_many_are_in_a_small_group_does_not_follow_from_the_others():
    ways = many(7, grade="9") + many(10, grade="10") + many(30, grade="11")

    told = {row.label: row.students for row in groups_of(ways, "grade", TODAY)}

    assert told == {"9": None, "10": None, "11": 30}


def test_who_started_long_ago_and_still_goes_did_not_forget_to_ask():
    assert [one.never_asked for one in (way(), way(asked=True), way(is_running=True))] == [
        True, False, False,
    ]  # fmt: skip


def test_nobody_is_lost_at_a_stage_that_others_left_out():
    steps = steps_of(many(10, asked=True, tried=True) + many(20, asked=True, started=True))

    assert {step.key: step.lost for step in steps}["tried"] is None


def test_half_of_those_without_an_internship_wait_longer():
    ways = (
        many(4, last_on=date(2026, 9, 1))
        + many(4, enrolled_on=date(2026, 6, 1))
        + many(5, enrolled_on=date(2026, 9, 30))
        + many(9, is_running=True)
    )

    told = waits_of(ways, TODAY)

    assert (told.students, told.weeks) == (13, 6)
    few = waits_of(many(7), TODAY)
    assert (few.students, few.weeks) == (None, None)
    assert waits_of(many(7), TODAY, own=True).students == 7
    nobody = waits_of(many(9, is_running=True), TODAY)
    assert (nobody.students, nobody.weeks) == (0, None)


def test_what_stood_in_the_way_is_counted_by_students_and_hidden_when_few():
    ways = many(9, lost=frozenset({"travel", "age"})) + many(3, lost=frozenset({"papers"}))

    assert lost_of(ways) == [("travel", 9), ("age", 9), ("papers", None)]
    assert lost_of(ways, own=True) == [("travel", 9), ("age", 9), ("papers", 3)]


def test_the_reasons_of_groups_are_hidden_like_all_their_numbers():
    far = frozenset({"travel"})
    ways = many(12, grade="9", lost=far) + many(20, grade="10", lost=far) + many(9, grade="11")
    ways += many(4, grade="12", lost=far)

    told = {row.label: row.lost["travel"] for row in groups_of(ways, "grade", TODAY)}

    assert told == {"9": None, "10": 20, "11": 0, "12": None}
