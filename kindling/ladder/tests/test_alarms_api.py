"""Alarms in JSON: who is silent, and "I have it"."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.attendance.tests.placed import Statements, make_placement
from kindling.ladder.tests.clock import climb_at, clock, the_alarm
from tests.cast import make_student

PATH = "/harbor-view/api/v1/alarms/"


@pytest.fixture
def silent(cast):
    """Jordan is expected at nine and says nothing."""
    placement = make_placement(cast.jordan, cast.clinic, cast.sam)
    climb_at("9:16", "9:31")
    return placement


def test_one_reads_it_takes_it_and_the_second_is_told_who(cast, client_of, silent):
    with clock("9:40"):
        (row,) = client_of("ana").get(PATH).json()["items"]
        path = f"{PATH}{row['id']}/take/"
        taken = client_of("ana").post(path, {"did": "I call."}, content_type="application/json")
        second = client_of("chen").post(path, {}, content_type="application/json")
        seen = client_of("chen").get(f"{PATH}{row['id']}/").json()

    assert (row["state"], row["student"], row["taken_by"]) == ("open", cast.jordan.public_id, "")
    assert (taken.json()["state"], taken.json()["did"]) == ("taken", "I call.")
    assert (second.status_code, second.json()) == (
        409, {"detail": "Ana Reyes has it since 9:40\u00a0AM."},
    )  # fmt: skip
    assert seen["taken_by"] == "Ana Reyes"


def test_what_is_over_is_a_list_of_its_own(client_of, silent):
    client = client_of("chen")

    assert client.get(PATH).json()["count"] == 1
    assert client.get(PATH, {"show": "over"}).json()["count"] == 0
    assert client.get(PATH, {"show": "all"}).status_code == 422


@pytest.mark.parametrize(("who", "listed"), [("jordan", 403), ("rosa", 403), ("otto", 404)])
def test_students_families_and_other_schools_have_no_alarms(client_of, silent, who, listed):
    client = client_of(who)
    one = f"{PATH}{the_alarm().public_id}/"

    assert client.get(PATH).status_code == listed
    assert client.get(one).status_code == 404
    assert client.post(f"{one}take/", {}, content_type="application/json").status_code == 404


@pytest.mark.parametrize("n", [1, 3])
def test_the_list_costs_four_statements(cast, client_of, n):
    for number in range(n):
        student = make_student(cast.school, f"Kim{number} Lee", "101", date(2012, 1, 1))
        make_placement(student, cast.clinic, cast.sam)
    climb_at("9:16")
    client = client_of("chen")

    with clock("9:20"), Statements() as asked:
        assert client.get(PATH).json()["count"] == n
    assert asked.count == 4
