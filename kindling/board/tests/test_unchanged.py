"""A board that asks again is answered by one statement, and by the full way when anything differs."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine

from kindling.accounts.models import Session
from kindling.attendance.actions import check_in
from kindling.attendance.tests.placed import Statements, at, make_placement
from kindling.schools.models import Membership

NOW = "/harbor-view/board/now/"


@pytest.fixture
def board(client_of):
    """Ana's board has asked until it was answered with one statement, at 9:30:10."""
    with time_machine.travel(at("2026-10-13 09:30:10"), tick=False):
        board = Board(client_of("ana"))
        board.settle()
        yield board


class Board:
    """One open page: it asks with the stamp it holds, and counts what that costs."""

    def __init__(self, client) -> None:
        self.client, self.stamp, self.cost = client, "", 0

    def ask(self, **query):
        with Statements() as sent:
            answer = self.client.get(NOW, query, headers={"If-None-Match": self.stamp})
            self.cost = sent.count
        self.stamp = answer.headers.get("ETag", self.stamp)
        return answer

    def settle(self) -> None:
        for _ in range(3):
            answer = self.ask()
        assert (answer.status_code, answer.content, self.cost) == (304, b"", 1)


def test_it_says_the_same_as_the_full_way(board):
    full = board.client.get(NOW).headers["ETag"]

    assert board.ask().headers["ETag"] == full
    assert board.cost == 1


def test_news_is_news_and_then_it_is_quiet_again(cast, board):
    check_in(make_placement(cast.jordan, cast.clinic, cast.sam), by=cast.as_("jordan"))

    answer = board.ask()

    assert (answer.status_code, "Jordan Blake" in answer.text) == (200, True)
    assert (board.ask().status_code, board.cost) == (304, 1)


def test_another_address_or_an_older_stamp_is_answered_in_full(board):
    held = board.stamp

    assert board.ask(state="home").status_code == 200
    board.stamp = '"somethingelse"'
    assert board.ask().status_code == 200
    assert board.stamp == held


def test_the_next_minute_is_news(board):
    with time_machine.travel(at("2026-10-13 09:31:00"), tick=False):
        assert board.ask().status_code == 200


def test_signing_out_ends_it_at_once(board):
    Session.objects.all().delete()

    assert board.ask().status_code == 302


def test_a_session_that_ended_by_itself(board):
    Session.objects.update(expire_date=at("2026-10-13 09:30"))

    assert board.ask().status_code == 302


def test_another_password_ends_it_at_once(cast, board):
    cast.ana.user.set_password("quite another password")
    cast.ana.user.save()

    assert board.ask().status_code == 302


def test_a_user_who_was_shut_out(cast, board):
    cast.ana.user.is_active = False
    cast.ana.user.save()

    assert board.ask().status_code == 302


def test_a_hat_that_was_taken_off(cast, board):
    Membership.objects.filter(person=cast.ana).update(until_on=date(2026, 10, 12))

    assert board.ask().status_code == 404


def test_another_language_is_another_page(cast, board):
    cast.ana.language = "es"
    cast.ana.save()

    assert board.ask().status_code == 200


def test_nobody_else_gets_an_answer_with_the_stamp(board, client_of):
    for name, status in (("maya", 404), ("rosa", 404), ("otto", 404), ("chen", 200)):
        stranger = client_of(name)
        answers = [stranger.get(NOW, headers={"If-None-Match": board.stamp}) for _ in range(3)]

        assert {answer.status_code for answer in answers} == {status}


def test_a_form_is_never_answered_so(board):
    answer = board.client.post(NOW, headers={"If-None-Match": board.stamp})

    assert answer.status_code == 405
