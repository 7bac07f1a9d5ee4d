"""Who could use a hand: found without shaming, with a suggestion; tries are credited in words."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from kindling.notices.models import Notice
from kindling.placements.actions import change_policy, log_attempt
from kindling.placements.actions.hands import lend_hands
from kindling.placements.models import Pursuit
from kindling.placements.stuck import hand_for, persistence
from kindling.placements.tests.factories import make_pursuit
from kindling.schools.viewer import Viewer
from tests.cast import make_place

HOME = "/harbor-view"
FINE = {"quiet_days": 0, "stuck_days": 7, "tries": 2, "noes": 0, "days_left": 20}


@pytest.mark.parametrize(
    ("facts", "advice"),
    [
        ({}, ""),
        ({"quiet_days": 6}, ""),
        ({"quiet_days": 7}, "Quiet for 7 days. A call together may help."),
        (
            {"quiet_days": 7, "tries": 0},
            "No try yet. Make the first call together: it takes five minutes.",
        ),
        (
            {"noes": 2},
            (
                "Heard no 2 times lately. Look together at what to say, or at a place where somebody "
                "knows them."
            ),
        ),
        (
            {"days_left": 3},
            "The time runs out. Give more with a reason, or look for the next place together.",
        ),
    ],
)
def test_each_sign_has_a_suggestion(facts, advice):
    assert hand_for(**(FINE | facts)) == advice


def test_tries_are_credited_in_words():
    assert persistence(0) == ""
    assert persistence(1).startswith("1 try so far. Most students need several")
    assert persistence(5).startswith("5 tries. You kept at it")


@pytest.fixture
def three(cast):
    """Maya is quiet, Jordan heard no twice, Luis goes his way."""
    quiet, other, third = (make_place(cast.school, f"Site {n}", f"Place {n}") for n in range(3))
    make_pursuit(cast, cast.maya, quiet)
    Pursuit.objects.update(approved_on=date(2026, 10, 1))
    noes = make_pursuit(cast, cast.jordan, other)
    for n in range(2):
        log_attempt(noes, "declined", tap=f"t{n}", by=cast.as_("jordan"))
    going = make_pursuit(cast, cast.luis, third)
    log_attempt(going, "called", by=cast.as_("luis"))


def listed(client_of, name):
    page = client_of(name).get(f"{HOME}/pursuits/?show=hand").text
    return [n for n in ("Maya Santos", "Jordan Blake", "Luis Diaz") if n in page]


def test_staff_find_them_on_one_list(cast, client_of, three):
    assert listed(client_of, "ana") == ["Maya Santos", "Jordan Blake"]
    assert listed(client_of, "chen") == ["Maya Santos", "Jordan Blake"]
    assert "show=hand" not in client_of("maya").get(f"{HOME}/pursuits/").text
    assert "Heard no 2 times" not in client_of("jordan").get(f"{HOME}/pursuits/").text


def test_the_school_says_after_how_many_days(cast, client_of, three):
    change_policy(stuck_days=30, by=cast.as_("chen"))

    assert listed(client_of, "ana") == ["Jordan Blake"]


def test_the_advisor_hears_of_each_once_in_two_weeks(cast, three):
    Notice.objects.all().delete()
    clock = Viewer.system(cast.school)

    counts = [lend_hands(by=clock), lend_hands(by=clock)]
    with time_machine.travel("2026-10-27T13:00Z", tick=False):
        counts.append(lend_hands(by=clock))

    assert counts[:2] == [2, 0]
    assert counts[2] == 3  # Luis is quiet by then, too
    letters = Notice.objects.filter(kind="placements/lend_hand")
    assert {n.person for n in letters} == {cast.ana}


def test_a_try_in_the_evening_counts_on_the_schools_own_day(cast):
    pursuit = make_pursuit(cast, cast.maya, cast.shelter)
    with time_machine.travel("2026-10-15T01:00Z", tick=False):  # 21:00 on the 14th in New York
        log_attempt(pursuit, "called", by=cast.as_("maya"))
    Notice.objects.all().delete()

    with time_machine.travel("2026-10-21T13:00Z", tick=False):
        told = lend_hands(by=Viewer.system(cast.school))

    assert told == 1


def test_two_taps_from_today(cast, client_of, three):
    """Today's tile leads to the buttons; one more tap is the try."""
    pursuit = Pursuit.objects.get(student=cast.maya)
    address = f"{HOME}/pursuits/{pursuit.public_id}/"
    maya = client_of("maya")
    assert f'href="{address}#attempts"' in maya.get(f"{HOME}/").text
    page = maya.get(address).text
    assert 'id="attempts"' in page
    assert f'action="{address}attempt/"' in page

    answer = maya.post(f"{address}attempt/", {"kind": "no_answer", "tap": "one"}, follow=True)

    assert "1 try so far. Most students need several before somebody says yes." in answer.text
