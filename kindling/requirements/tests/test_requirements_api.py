"""Progress and experiences in JSON."""

from __future__ import annotations

from datetime import date

import pytest

from kindling.attendance.tests.placed import Statements
from kindling.requirements.actions import enter_experience, set_credit, set_requirements
from kindling.schools.queries import year_named
from tests.cast import make_student

PATH = "/harbor-view/api/v1/requirements/"


@pytest.fixture
def year(cast):
    year = year_named(cast.school)
    set_requirements(year, "401", {"hours": 100, "shadow": 3}, by=cast.as_("dana"))
    set_credit(year, hours=135, step="0.25", by=cast.as_("dana"))
    return year


def post(client, path: str, **said):
    return client.post(PATH + path, said, content_type="application/json")


def test_what_a_student_enters_counts_when_staff_verified_it(cast, client_of, year):
    told = {"student": cast.luis.public_id, "kind": "shadow", "on": "2026-10-09", "place": "Bakery"}
    entered = post(client_of("luis"), "experiences/", **told, minutes=180).json()
    (waits,) = client_of("ana").get(f"{PATH}experiences/", {"state": "entered"}).json()["items"]
    verified = post(client_of("ana"), f"experiences/{waits['id']}/verify/").json()

    progress = client_of("luis").get(f"{PATH}students/{cast.luis.public_id}/").json()

    assert (entered["state"], verified["state"]) == ("entered", "verified")
    assert (progress["year"], progress["units"], progress["confirmed"]) == (
        year.public_id, "0.00", 0,
    )  # fmt: skip
    assert [
        (one["kind"], one["unit"], one["asked"], one["done"]) for one in progress["requirements"]
    ] == [("hours", "minutes", 6000, 0), ("shadow", "pieces", 3, 1)]


def test_what_does_not_count_says_why(cast, client_of, year):
    one = enter_experience(
        cast.luis, kind="interview", on=date(2026, 10, 9), place="Bakery", by=cast.as_("luis")
    )
    path = f"experiences/{one.public_id}/decline/"

    assert post(client_of("ana"), path, why=" ").status_code == 422
    answer = post(client_of("ana"), path, why="It was your uncle.").json()
    assert (answer["state"], answer["decided_why"]) == ("declined", "It was your uncle.")


def test_nobody_verifies_their_own_or_sees_others(cast, client_of, year):
    one = enter_experience(
        cast.luis, kind="shadow", on=date(2026, 10, 9), place="Bakery", by=cast.as_("luis")
    )
    path = f"experiences/{one.public_id}/"
    told = {"student": cast.luis.public_id, "kind": "shadow", "on": "2026-10-09", "place": "Zoo"}

    assert post(client_of("luis"), f"{path}verify/").status_code == 403
    assert post(client_of("maya"), f"{path}verify/").status_code == 404
    assert post(client_of("rosa"), "experiences/", **told).status_code == 403
    assert post(client_of("maya"), "experiences/", **told).status_code == 404
    assert client_of("maya").get(f"{PATH}experiences/").json()["count"] == 0
    assert client_of("maya").get(f"{PATH}students/{cast.luis.public_id}/").status_code == 404
    otto = client_of("otto")
    assert otto.get(f"/northgate/api/v1/requirements/{path}").status_code == 404
    assert post(client_of("luis"), "experiences/", **told | {"kind": "nap"}).status_code == 422


@pytest.mark.parametrize("n", [1, 3])
def test_the_list_costs_four_statements(cast, client_of, n):
    for number in range(n):
        student = make_student(cast.school, f"Kim{number} Lee", "101", date(2012, 1, 1))
        enter_experience(
            student, kind="shadow", on=date(2026, 10, 9), place="Zoo", by=cast.as_("chen")
        )
    client = client_of("chen")

    with Statements() as asked:
        assert client.get(f"{PATH}experiences/").json()["count"] == n
    assert asked.count == 4
