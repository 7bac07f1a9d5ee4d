"""Paperwork of shadow days: on the board without a pursuit, and a day is not agreed before it."""

from __future__ import annotations

import pytest

from kindling.clearance.actions import remind
from kindling.clearance.models import Proof
from kindling.clearance.pairs import pair_of, pairs_for
from kindling.clearance.tests.handed import ask_for, make_checked
from kindling.exploring import actions
from kindling.exploring.models import ShadowDay
from kindling.exploring.tests.factories import (
    FRIDAY,
    agreed,
    jordans_family,
    jordans_pursuit,
    planned,
)
from kindling.passes.models import Pass
from kindling.passes.tokens import token_of
from kindling.schools.viewer import Viewer


@pytest.fixture
def shadow(cast):
    """Jordan's Friday at the shelter, planned by Ana without a pursuit."""
    jordans_family(cast)
    return planned(cast, by="ana")


def keys(viewer):
    return [
        (pair.student.first, pair.opportunity.title, str(pair.stage)) for pair in pairs_for(viewer)
    ]


def test_a_day_without_a_pursuit_is_a_pair(cast, shadow):
    for name in ("chen", "ana", "jordan"):
        assert keys(cast.as_(name)) == [("Jordan", "Shelter helper", "shadow")]
    for name in ("maya", "otto"):
        assert keys(cast.as_(name)) == []
    found = pair_of(cast.as_("chen"), cast.jordan, cast.shelter)
    assert (found.stage, found.mentor, found.since_on) == ("shadow", cast.sam, FRIDAY)


def test_with_a_pursuit_it_is_one_pair_and_not_two(cast):
    jordans_family(cast)
    jordans_pursuit(cast)
    planned(cast)

    assert keys(cast.as_("chen")) == [("Jordan", "Shelter helper", "internship")]


def test_what_is_over_or_called_off_is_none(cast, shadow):
    actions.cancel_shadow_day(shadow, by=cast.as_("ana"))

    assert keys(cast.as_("chen")) == []


def test_the_board_names_it_and_what_is_missing(cast, shadow, client_of):
    ask_for(cast, "consent", stages=["shadow"])

    page = client_of("chen").get("/harbor-view/clearance/").text

    assert ("Jordan Blake" in page, "Shadow day" in page) == (True, True)
    assert "Family’s permission: missing (Ray Blake)" in page


def test_two_yeses_wait_for_the_paper_and_the_day_is_agreed_with_it(cast):
    ask_for(cast, "emergency", stages=["shadow"])
    shadow = agreed(cast, jordans_family(cast), by="ana")
    assert ShadowDay.objects.get().state == "planned"

    make_checked(cast, "emergency", cast.jordan, cast.shelter, stage="shadow")
    actions.tend_shadow_days_of(cast.school)

    assert ShadowDay.objects.get(pk=shadow.pk).state == "agreed"


def test_the_clock_reads_them_too(cast, shadow):
    assert keys(Viewer.system(cast.school)) == [("Jordan", "Shelter helper", "shadow")]


def test_the_family_is_reminded_of_what_the_day_needs_and_hands_it_in(cast, shadow, client):
    ask_for(cast, "consent", stages=["shadow"])
    ask_for(cast, "emergency")  # only before an internship
    remind(pairs_for(cast.as_("chen")), by=cast.as_("chen"))
    door = f"/p/{token_of(Pass.objects.get(purpose='hand_in'))}/"

    page = client.get(door).text
    assert ("Family’s permission" in page, "Emergency" in page) == (True, False)
    task = f"consent.{cast.jordan.public_id}.{cast.shelter.public_id}.shadow"
    sent = {"task": task, "q_yes": "on", "q_name": "Ray Blake"}
    assert client.post(door, sent).status_code == 302

    proof = Proof.objects.get()
    assert (proof.item, proof.stage, proof.handed_by.first) == ("consent", "shadow", "Ray")
