"""Real processes at one database: one wins each time, the other is told, nothing is lost."""

import json
import subprocess
import sys

import pytest

from tests.installation import ROOT

FULL = "No seat is free at Shelter helper now. Put the request in the queue, or say not now."

pytestmark = [pytest.mark.files, pytest.mark.django_db]  # the place makes its database beside ours


@pytest.fixture
def race(place):
    place.settings["KINDLING_NOW"] = "2026-10-13T13:00:00Z"

    def run(name, rounds):
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "tests.races.racing", name, str(rounds)],
            cwd=ROOT, env=place.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout)

    return run


def test_two_who_race_for_one_seat_a_thousand_times(race):
    told = race("seat", 1000)

    assert told["winners"] == [1] * 1000
    assert told["wrong"] == 0
    assert told["lost"] == [FULL]


def test_a_seat_that_opens_under_three_hands_has_one_holder_and_the_next_is_next(race):
    """Lapsed and taken back at once, and approved for somebody else: no seat is lost or doubled."""
    told = race("queue", 100)

    assert told["held"] == [[1, 1]] * 100
    assert told["skipped"] == 0
    assert told["next"] > 0
    lost = {word for round_ in told["said"] for word in round_} - {"won"}
    assert all(word == FULL or word.startswith("Someone was faster: ") for word in lost), lost


def test_a_tap_sent_twice_is_one_check_in(race):
    told = race("tap", 40)

    assert told["same"] == [True] * 40
    assert told["rows"] == [[1, 1]] * 40


def test_a_mentor_and_an_advisor_at_once_leave_one_truth(race):
    told = race("word", 40)

    assert told["wrong"] == 0
    kinds = {"won 1", "won 0", "won"}
    spoken = {word for pair in told["said"] for word in pair} - kinds
    assert all(sentence.endswith(".") for sentence in spoken), spoken
    assert all(set(pair) & kinds for pair in told["said"])


def test_a_burst_of_check_ins_loses_none(race):
    told = race("burst", 100)

    assert told["said"] == [["won"] * 6]
    assert (told["entries"], told["students"]) == (100, 103)


def test_two_workers_on_one_ladder_tell_everybody_once(race):
    told = race("ladder", 40)

    assert all(pair[:2] == ["won", "won"] for pair in told["said"])
    assert told["rows"] == [[1, 1, 1]] * 40


def test_the_last_two_names_at_once_complete_an_agreement_once(race):
    """One of them came twice: it is one signature."""
    told = race("names", 40)

    assert told["rows"] == [["complete", 2, 1]] * 40
    assert all(first == second for first, second, _third in told["said"]), told["said"]


def test_a_yes_and_a_no_to_a_shadow_day_at_once_leave_nobodys_time_taken(race):
    told = race("yes_and_no", 20)

    assert told["rows"] == [["declined", 0]] * 20


def test_two_who_answer_after_a_shadow_day_at_once_are_both_heard(race):
    """What came of it always follows from the answers that were kept, and is told once."""
    told = race("answers", 20)

    heard, unheard = ["decided", "not_now", "not_now", 1], ["decided", "unheard", "", 1]
    assert all(row in (heard, unheard) for row in told["rows"]), told["rows"]
    assert heard in told["rows"]
    late = {word for round_ in told["said"] for word in round_} - {"won"}
    assert late <= {"This is decided. Talk with each other if you see it differently now."}


def test_two_who_publish_one_result_at_once_tell_everybody_once(race):
    told = race("publish", 20)

    assert told["rows"] == [[1, n] for n in range(1, 21)]  # one letter a round, one more event
    assert all(pair.count("won") == 1 for pair in told["said"]), told["said"]


def test_two_workers_give_each_place_of_a_round_once(race):
    told = race("award", 20)

    assert told["rows"] == [[1, 1, 0]] * 20
    assert all(sorted(pair) == ["won 0", "won 1"] for pair in told["said"]), told["said"]


def test_a_place_listed_while_the_round_closes_counts_or_is_refused(race):
    """What stands on the list afterwards is what the draw decided on."""
    told = race("rank", 20)

    assert all(listed == counted for listed, counted in told["rows"]), told["rows"]
    late = {pair[0] for pair in told["said"]} - {"won"}
    assert late <= {"The deadline is over: lists stay as they are."}


def test_a_site_that_takes_one_at_a_time_never_gets_two(race):
    told = race("crowd", 30)

    assert told["rows"] == [1] * 30


def test_an_offer_sent_three_times_at_once_is_one_and_told_once(race):
    told = race("offer", 30)

    assert told["rows"] == [[1, 1]] * 30
    assert all(len(set(ids)) == 1 for ids in told["said"]), told["said"]


def test_two_who_answer_another_school_at_once_leave_one_answer_and_at_most_one_copy(race):
    told = race("introduction", 20)

    assert told["rows"] == [[1, 0]] * 20  # as many copies as were taken over
    assert all(round_[:2].count("won") == 1 for round_ in told["said"]), told["said"]
    assert all(round_[2:].count("won") <= 1 for round_ in told["said"]), told["said"]


def test_a_last_name_and_a_change_of_mind_leave_one_truth_and_every_name(race):
    told = race("plan", 8)

    assert {(state, names) for state, names, _counting in told["rows"]} <= {
        ("in_force", 3), ("withdrawn", 2),
    }  # fmt: skip
    assert [counting for *_rest, counting in told["rows"]] == [1] * 8
    assert all(pair.count("won") == 1 for pair in told["said"]), told["said"]
    lost = {word for pair in told["said"] for word in pair} - {"won"}
    assert all("Everybody has signed by now" in word or "took this back" in word for word in lost)
