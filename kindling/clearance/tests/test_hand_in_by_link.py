"""A family or a mentor hands in by a link, without an account."""

from __future__ import annotations

import pytest

from kindling.clearance.models import Proof
from kindling.clearance.rules import HAND_IN
from kindling.clearance.tests.handed import ask_for, make_checked
from kindling.passes.actions import make_pass
from kindling.passes.tokens import token_of


def key(student, place):
    return f"{student.public_id}.{place.public_id}"


def link_for(cast, person, *subjects):
    held = make_pass(person, HAND_IN, list(subjects), by=cast.as_("chen"), days=21)
    return f"/p/{token_of(held)}/"


@pytest.fixture(autouse=True)
def _asked(cast):
    ask_for(cast, "orientation", "consent", "check", "travel", "insurance")


def test_a_mentor_finds_only_what_is_theirs(cast, client):
    page = client.get(link_for(cast, cast.sam, key(cast.luis, cast.shelter))).text

    assert "1 thing waits for you" in page
    assert "Mentor’s orientation" in page
    assert "Family’s permission" not in page
    assert "background check" not in page


def test_a_mentor_hands_in_the_orientation_once_for_all_students(cast, client):
    door = link_for(cast, cast.sam, key(cast.luis, cast.shelter), key(cast.maya, cast.shelter))
    task = f"orientation.{min(key(cast.luis, cast.shelter), key(cast.maya, cast.shelter))}"
    said = {f"q_{one}": "on" for one in ("conduct", "private", "copied", "alone")}

    assert client.post(door, {"task": task} | said | {"q_alone": ""}).status_code == 422
    assert client.post(door, {"task": task} | said).status_code == 302

    proof = Proof.objects.get()
    assert (proof.item, proof.mentor, proof.handed_by) == ("orientation", cast.sam, cast.sam)
    assert "All done" in client.get(door).text


def test_a_family_says_yes(cast, client):
    door = link_for(cast, cast.rosa, key(cast.luis, cast.shelter))
    task = f"consent.{key(cast.luis, cast.shelter)}"

    answer = client.post(door, {"task": task, "q_yes": "on", "q_name": "Rosa Diaz"})

    assert answer.status_code == 302
    proof = Proof.objects.get()
    assert (proof.item, proof.student, proof.opportunity) == ("consent", cast.luis, cast.shelter)


@pytest.mark.parametrize("item", ["consent", "check", "insurance"])
def test_what_is_not_theirs_is_not_there(cast, client, item):
    door = link_for(cast, cast.sam, key(cast.luis, cast.shelter))
    said = {"task": f"{item}.{key(cast.luis, cast.shelter)}", "q_yes": "on", "q_name": "Sam"}

    assert client.post(door, said).status_code == 404
    assert Proof.objects.count() == 0


def test_a_family_says_nothing_for_another_student(cast, client):
    door = link_for(cast, cast.rosa, key(cast.maya, cast.shelter))
    task = f"consent.{key(cast.maya, cast.shelter)}"

    assert client.post(door, {"task": task, "q_yes": "on", "q_name": "Rosa"}).status_code == 404


def test_what_is_checked_is_asked_no_more(cast, client):
    make_checked(cast, "orientation", cast.luis, cast.shelter)

    page = client.get(link_for(cast, cast.sam, key(cast.luis, cast.shelter))).text

    assert "All done" in page
    assert "What the school has from you" in page
