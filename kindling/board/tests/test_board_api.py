"""The board in JSON: the same lines, and 304 while nothing has changed."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from kindling.attendance.actions import check_in
from kindling.attendance.tests.placed import Statements, at, make_placement
from tests.cast import make_student

PATH = "/harbor-view/api/v1/board/"


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def test_who_is_where_who_is_missed_first(cast, client_of, placement):
    with time_machine.travel(at("2026-10-13 09:20")):
        board = client_of("ana").get(PATH).json()
        home = client_of("ana").get(PATH, {"state": "home", "limit": 1}).json()

    assert (board["count"], board["closed"], board["counts"]) == (
        3, "", {"silent": 1, "late": 0, "there": 0, "expected": 0, "home": 2},
    )  # fmt: skip
    assert board["items"][0] == {
        "student": cast.jordan.public_id, "name": "Jordan Blake", "grade": "201",
        "advisory": cast.tide.public_id, "place": cast.clinic.site.public_id,
        "place_name": "Bayside Animal Clinic", "state": "silent",
        "label": "No word, due since 9:00\u00a0AM", "planned": "9:00\u00a0AM–2:00\u00a0PM",
        "sign": "", "alarm": "", "heed": "",
    }  # fmt: skip
    assert (home["count"], len(home["items"])) == (2, 1)


def test_without_news_it_is_a_304_of_three_statements(cast, client_of, placement):
    client = client_of("chen")
    with time_machine.travel(at("2026-10-13 09:02"), tick=False):
        tag = client.get(PATH).headers["ETag"]
        with Statements() as asked:
            same = client.get(PATH, headers={"If-None-Match": tag})
        cost = asked.count
        check_in(placement, by=cast.as_("jordan"))
        news = client.get(PATH, headers={"If-None-Match": tag})

    assert (same.status_code, same.content, cost) == (304, b"", 3)
    assert (news.status_code, news.json()["counts"]["there"]) == (200, 1)


@pytest.mark.parametrize("who", ["maya", "rosa", "liam", "otto"])
def test_for_everybody_else_there_is_no_board(client_of, who):
    assert client_of(who).get(PATH).status_code == 404


def test_an_advisor_of_another_school_reads_only_theirs(client_of, placement):
    assert client_of("otto").get("/northgate/api/v1/board/").json()["count"] == 0


@pytest.mark.parametrize("n", [1, 3])
def test_it_costs_nine_statements(cast, client_of, n):
    for number in range(n):
        student = make_student(cast.school, f"Kim{number} Lee", "101", date(2012, 1, 1))
        make_placement(student, cast.clinic, cast.sam)
    client = client_of("chen")

    with Statements() as asked:
        assert client.get(PATH).json()["count"] == n + 3
    assert asked.count == 9
