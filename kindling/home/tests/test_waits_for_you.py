"""What waits for somebody on their first page: a yes in a chain, and a round."""

from __future__ import annotations

import pytest
import time_machine

from kindling.attendance.tests.placed import Statements
from kindling.exploring.tests.factories import jordans_family
from kindling.home.tests.opening import HOME, page_at
from kindling.placements.actions import approve_pursuit, change_policy
from kindling.placements.models import Pursuit
from kindling.placements.tests.factories import make_asked, make_ready
from kindling.rounds import actions as rounds
from kindling.rounds.tests.rounds import AFTER, make_open, put_list
from kindling.schools.models import School
from tests.cast import make_place

NOW = "2026-10-13 09:00"
ASKS = "Jordan asks to go after Harbor Animal Shelter."


def ask_in_turn(cast, *roles, stage="pursue"):
    jordans_family(cast)
    change_policy(by=cast.as_("chen"), **{f"{stage}_chain": list(roles)})


def test_a_yes_that_waits_for_the_advisor_is_a_card(cast, client_of):
    ask_in_turn(cast, "advisor", "guardian")
    pursuit = make_asked(cast.jordan, cast.shelter)

    page = page_at(client_of("ana"), NOW)

    assert (ASKS in page, "Asks for your yes" in page, "One needs you." in page) == (True,) * 3
    assert f"pursuits/{pursuit.public_id}/" in page
    assert "Nothing waits for you." in page_at(client_of("chen"), NOW)


def test_after_the_yes_it_waits_for_the_family_and_for_nobody_here(cast, client_of):
    ask_in_turn(cast, "advisor", "guardian")
    approve_pursuit(make_asked(cast.jordan, cast.shelter), by=cast.as_("ana"))

    assert Pursuit.objects.get().holder == "guardian"
    assert "Nobody needs you right now." in page_at(client_of("ana"), NOW)


def test_a_start_waits_for_whoever_is_asked(cast, client_of):
    ask_in_turn(cast, "coordinator", "advisor", stage="start")
    make_ready(cast, cast.jordan, cast.shelter)

    assert "Nobody needs you right now." in page_at(client_of("ana"), NOW)
    assert "One thing waits for you." in page_at(client_of("chen"), NOW)

    pursuit = Pursuit.objects.get()
    client_of("chen").post(f"{HOME}pursuits/{pursuit.public_id}/agree/")
    page = page_at(client_of("ana"), NOW)
    assert ("agree and want to start." in page, "Say yes or not now" in page) == (True, True)
    assert "Set days and start" not in page
    client_of("ana").post(f"{HOME}pursuits/{pursuit.public_id}/agree/")
    assert "Set days and start" in page_at(client_of("ana"), NOW)


@pytest.fixture
def open_round(cast):
    return make_open(cast, cast.shelter, make_place(cast.school, "Corner Bakery", "Helper"))


def test_a_student_is_asked_to_rank_until_there_is_a_list(cast, client_of, open_round):
    wanted = "Rank the places you would take: Winter places"
    assert wanted in page_at(client_of("maya"), NOW)

    put_list(cast, open_round, "maya", cast.shelter)

    assert wanted not in page_at(client_of("maya"), NOW)
    assert wanted in page_at(client_of("luis"), NOW)
    assert wanted not in page_at(client_of("luis"), "2026-10-20 18:05")  # the deadline is over


def test_the_coordinator_is_asked_to_close_run_and_publish(cast, client_of, open_round):
    chen = client_of("chen")
    put_list(cast, open_round, "maya", cast.shelter)
    assert "Winter places" not in page_at(chen, NOW)

    later = "2026-10-20 18:05"
    assert "Close the round" in page_at(chen, later)
    with time_machine.travel(AFTER, tick=True):
        rounds.close_round(open_round, by=cast.as_("chen"))
        assert "Run the round" in page_at(chen, later)
        rounds.run_round(open_round, by=cast.as_("chen"))
        assert "Publish the result" in page_at(chen, later)
        assert "Publish the result" not in page_at(client_of("priya"), later)
        rounds.publish_round(open_round, by=cast.as_("chen"))
    assert "Publish the result" not in page_at(chen, later)
    assert School.objects.get(pk=cast.school.pk).has_round is False


def test_a_round_that_is_called_off_asks_nobody(cast, client_of, open_round):
    rounds.cancel_round(open_round, "Too few places.", by=cast.as_("chen"))

    assert School.objects.get(pk=cast.school.pk).has_round is False
    assert "Winter places" not in page_at(client_of("maya"), NOW)


@pytest.mark.parametrize(("name", "more"), [("maya", 1), ("chen", 1), ("ana", 0)])
def test_a_round_costs_one_statement_and_only_while_it_is_under_way(cast, client_of, name, more):
    client, counts = client_of(name), []
    for make in (None, make_open):
        if make:
            make(cast)
        client.get(HOME)
        with Statements() as sent:
            client.get(HOME)
        counts.append(sent.count)

    assert counts[1] - counts[0] == more
