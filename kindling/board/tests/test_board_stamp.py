"""An answer without news is a 304 of one statement; news is there with the next question."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from kindling.attendance.actions import check_in
from kindling.attendance.tests.placed import Statements, at, make_placement
from kindling.people.actions import connect
from kindling.schedule.actions import add_closure
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_student

BOARD = "/harbor-view/board/"
NOW = BOARD + "now/"


@pytest.fixture
def placement(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


def ask(client, stamp=""):
    return client.get(NOW, headers={"If-None-Match": stamp, "HX-Request-Type": "partial"})


def test_without_news_it_is_a_304_of_four_statements_and_then_of_one(client_of, placement):
    with time_machine.travel(at("2026-10-13 09:30:10"), tick=False):
        client = client_of("ana")
        first = ask(client)
        costs = []
        for _ in range(3):
            with Statements() as sent:
                second = ask(client, first["ETag"])
                costs.append(sent.count)

    assert (first.status_code, second.status_code, second.content) == (200, 304, b"")
    assert costs == [4, 1, 1]


def test_the_page_carries_the_stamp_it_asks_with(client_of, placement):
    with time_machine.travel(at("2026-10-13 09:30:10"), tick=False):
        client = client_of("ana")
        stamp = ask(client)["ETag"]
        page = client.get(BOARD).content.decode()

    assert stamp.strip('"') in page


def test_a_check_in_is_news(cast, client_of, placement):
    with time_machine.travel(at("2026-10-13 09:30:10"), tick=False):
        client = client_of("ana")
        stamp = ask(client)["ETag"]
        check_in(placement, by=cast.as_("jordan"))
        answer = ask(client, stamp)

    assert answer.status_code == 200
    assert "There since" in answer.content.decode()


def test_what_commits_after_something_later_is_news_too(cast, client_of, placement):
    """Maya's action looked at the clock first and reaches the database last."""
    client = client_of("ana")
    with time_machine.travel(at("2026-10-13 09:30:20"), tick=False):
        add_closure(by=cast.as_("dana"), label="Fair", starts_on=date(2026, 12, 2), ends_on=date(2026, 12, 2))  # fmt: skip
        stamp = ask(client)["ETag"]
    with time_machine.travel(at("2026-10-13 09:29:50"), tick=False):
        check_in(placement, by=cast.as_("jordan"))
    with time_machine.travel(at("2026-10-13 09:30:25"), tick=False):
        assert ask(client, stamp).status_code == 200


def test_the_clock_is_news_each_minute(client_of, placement):
    with time_machine.travel(at("2026-10-13 09:14:59"), tick=False):
        client = client_of("ana")
        stamp = ask(client)["ETag"]
    with time_machine.travel(at("2026-10-13 09:15:01"), tick=False):
        answer = ask(client, stamp)

    assert answer.status_code == 200
    assert "No word, due since" in answer.content.decode()


def test_a_stamp_is_for_one_person_and_one_question(client_of, placement):
    with time_machine.travel(at("2026-10-13 09:30:10"), tick=False):
        stamp = ask(client_of("ana"))["ETag"]
        other = client_of("chen").get(NOW, headers={"If-None-Match": stamp})
        client = client_of("ana")
        narrowed = client.get(NOW + "?state=silent", headers={"If-None-Match": stamp})

    assert (other.status_code, narrowed.status_code) == (200, 200)


@pytest.mark.parametrize("n", [1, 20])
@pytest.mark.parametrize(("name", "path", "most"), [
    ("ana", BOARD, 9), ("chen", BOARD, 9), ("chen", NOW, 9), ("chen", BOARD + "drill/", 8),
    ("chen", BOARD + "?grade=201&state=silent", 10),
])  # fmt: skip
def test_statements_do_not_follow_the_number_of_students(cast, client_of, n, name, path, most):
    system = Viewer.system(cast.school)
    for k in range(n):
        student = make_student(cast.school, f"S{k} Test", "201", date(2010, 1, 1))
        connect(student, cast.ana, Role.ADVISOR, by=system, since_on=date(2026, 8, 31))
        check_in(
            make_placement(student, cast.clinic, cast.sam), by=Viewer.of_person(student.person)
        )
    client = client_of(name)
    client.get(path)

    with Statements() as sent:
        assert client.get(path).status_code == 200
    assert sent.count == most
