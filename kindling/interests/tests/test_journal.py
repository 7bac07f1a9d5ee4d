"""How interests moved: own words, since when, what replaced what. For the student alone."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from kindling.interests.actions import add_interest, change_interest, end_interest
from kindling.interests.journal import journal_of

PAGE = "/harbor-view/interests/journal/"


def put(interest, cast, words):
    change_interest(
        interest, by=cast.as_("luis"), words=words, why="", area="", since_on=interest.since_on
    )


def test_every_turn_newest_first_in_the_students_words(cast):
    with time_machine.travel("2026-10-05T13:00Z"):
        bikes = add_interest(by=cast.as_("luis"), words="Bikes", since_on=date(2025, 6, 1))
    with time_machine.travel("2026-10-08T13:00Z"):
        put(bikes, cast, "Fixing bikes")
    with time_machine.travel("2026-10-10T13:00Z"):
        add_interest(by=cast.as_("luis"), words="Welding", came_from=bikes)
        end_interest(bikes, by=cast.as_("luis"))

    told = [(e.on, e.turn.value, e.words, e.was) for e in journal_of(cast.as_("luis"))]

    assert told == [
        (date(2026, 10, 10), "ended", "Fixing bikes", ""),
        (date(2026, 10, 10), "grew", "Welding", "Fixing bikes"),
        (date(2026, 10, 8), "put", "Fixing bikes", "Bikes"),
        (date(2025, 6, 1), "began", "Bikes", ""),
    ]


def test_another_reason_alone_is_no_turn_and_evenings_stay_on_their_day(cast):
    with time_machine.travel("2026-10-06T02:30Z"):  # the evening of the fifth in New York
        bikes = add_interest(by=cast.as_("luis"), words="Bikes")
        put(bikes, cast, "Fixing bikes")
    change_interest(
        bikes, by=cast.as_("luis"), words="Fixing bikes", why="Calm.", area="",
        since_on=bikes.since_on,
    )  # fmt: skip

    assert [(e.on, e.turn.value) for e in journal_of(cast.as_("luis"))] == [
        (date(2026, 10, 5), "put"), (date(2026, 10, 5), "began"),
    ]  # fmt: skip


def test_nobody_elses_interest_is_where_it_came_from(cast):
    hers = add_interest(by=cast.as_("maya"), words="Maya's own")

    with pytest.raises(PermissionDenied):
        add_interest(by=cast.as_("luis"), words="x", came_from=hers)


def test_on_the_page_for_the_student_alone(cast, client_of):
    bikes = add_interest(by=cast.as_("luis"), words="Bikes")
    add_interest(by=cast.as_("maya"), words="Maya's own")
    form = {"words": "Welding", "came_from": bikes.public_id}
    client = client_of("luis")
    assert client.post("/harbor-view/interests/add/", form).status_code == 302

    text = client.get(PAGE).content.decode()
    assert ("Welding" in text, "out of “Bikes”" in text, "Maya" in text) == (True, True, False)
    assert [client_of(n).get(PAGE).status_code for n in ("ana", "rosa", "dana", "otto")] == [
        403, 403, 403, 404,
    ]  # fmt: skip


def test_the_statements_stay_the_same(cast, client_of, django_assert_num_queries):
    client = client_of("luis")
    for number in range(3):
        bikes = add_interest(by=cast.as_("luis"), words=f"Bikes {number}")
        put(bikes, cast, f"Fixing bikes {number}")
        if number in (0, 2):
            with django_assert_num_queries(4):
                client.get(PAGE)
