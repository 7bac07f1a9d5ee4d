"""The shared interests of an advisory on one page: threads, lonely ones, and nothing private."""

from __future__ import annotations

import pytest

from kindling.interests.actions import (
    add_interest,
    change_interest,
    end_interest,
    share_interest,
    unshare_interest,
)
from kindling.interests.board import board_of
from tests.cast import make_student

HIDDEN = ("Private one", "Ended one", "Earlier words", "Taken back", "Secret why", "Elsewhere")


@pytest.fixture
def page(cast):
    return f"/harbor-view/interests/advisories/{cast.tide.public_id}/"


def shared(cast, name, words, area="", why=""):
    one = add_interest(by=cast.as_(name), words=words, area=area, why=why)
    share_interest(one, by=cast.as_(name))
    return one


@pytest.fixture
def what_could_leak(cast):
    """Everything an advisor must not read, beside something they may."""
    luis = cast.as_("luis")
    add_interest(by=luis, words="Private one", area="media")
    end_interest(shared(cast, "luis", "Ended one", "media"), by=luis)
    unshare_interest(shared(cast, "luis", "Taken back", "media"), by=luis)
    one = shared(cast, "luis", "Earlier words", "land", why="Secret why")
    change_interest(one, by=luis, words="Dogs", why="", area="land", since_on=one.since_on)
    outside = make_student(cast.school, "Omar Else", "101", cast.maya.birth_on)
    cast.omar = outside
    shared(cast, "omar", "Elsewhere", "land")


def test_threads_of_two_or_more_and_those_who_are_alone_with_it(cast):
    shared(cast, "maya", "Horses", "land")
    shared(cast, "luis", "Dogs", "land")
    shared(cast, "luis", "Beats", "media")

    board = board_of(cast.as_("ana"), cast.tide)

    assert [[one.words for one in thread.interests] for thread in board.threads] == [
        ["Dogs", "Horses"]
    ]
    assert [thread.interests[0].words for thread in board.lonely] == ["Beats"]
    assert board.quiet == [cast.jordan]


def test_one_student_twice_is_no_thread(cast):
    shared(cast, "luis", "Dogs", "land")
    shared(cast, "luis", "Cows", "land")

    board = board_of(cast.as_("ana"), cast.tide)

    assert (board.threads, len(board.lonely)) == ([], 2)


def test_without_an_area_a_word_joins_them(cast):
    shared(cast, "maya", "Fixing old radios")
    shared(cast, "luis", "radios and beats", "media")
    shared(cast, "luis", "The sea")

    board = board_of(cast.as_("ana"), cast.tide)

    assert [(t.label, len(t.students)) for t in board.threads] == [("“radios”", 2)]
    assert [t.interests[0].words for t in board.lonely] == ["The sea"]


@pytest.mark.parametrize("name", ["ana", "chen", "dana"])
def test_nothing_private_leaks(cast, what_could_leak, client_of, page, name):
    text = client_of(name).get(page).content.decode()

    assert [words for words in HIDDEN if words in text] == []
    assert "Dogs" in text


@pytest.mark.parametrize(
    ("name", "status"),
    [("maya", 403), ("rosa", 404), ("liam", 404), ("tasha", 404), ("otto", 404), ("priya", 200)],
)
def test_who_reads_it(cast, client_of, page, name, status):
    assert client_of(name).get(page).status_code == status


def test_an_advisor_with_one_advisory_goes_there_at_once(cast, client_of, page):
    answer = client_of("ana").get("/harbor-view/interests/advisories/")

    assert (answer.status_code, answer["Location"]) == (302, page)


def test_the_statements_stay_the_same(cast, client_of, page, django_assert_num_queries):
    client = client_of("ana")
    shared(cast, "maya", "Horses", "land")
    with django_assert_num_queries(5):
        client.get(page)
    shared(cast, "luis", "Dogs", "land")
    shared(cast, "jordan", "Cows", "land")
    with django_assert_num_queries(5):
        client.get(page)
