"""Several people write one text: nobody's words are lost, whoever was faster."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import process_time

import pytest
from django.db import connection
from django.http import Http404
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kindling.kit.editing import MOST, Clash, Edit, joined, save_field, stamp_of
from kindling.kit.http import Refused
from kindling.schools.models import Person
from kindling.sites.models import Opportunity

WRITERS = 4


def fresh(place: Opportunity) -> Opportunity:
    return Opportunity.objects.get(pk=place.pk)


def test_who_began_with_what_is_there_saves(cast):
    clash = save_field(cast.clinic, "what", "Feed\r\nthe cats.", base=stamp_of(cast.clinic.what))

    assert clash is None
    assert cast.clinic.what == fresh(cast.clinic).what == "Feed\nthe cats."


def test_the_second_gets_both_texts_and_nothing_is_written(cast):
    began = stamp_of(cast.clinic.what)
    save_field(fresh(cast.clinic), "what", "Theirs.", base=began)

    clash = save_field(cast.clinic, "what", "Mine.", base=began)

    assert clash == Clash("what", "Theirs.", "Mine.", stamp_of("Theirs."))
    assert clash.joined == "Theirs.\nMine."
    assert fresh(cast.clinic).what == "Theirs."


def test_the_same_words_twice_are_no_clash(cast):
    began = stamp_of(cast.clinic.what)
    save_field(fresh(cast.clinic), "what", "Same.", base=began)

    assert save_field(cast.clinic, "what", "Same.", base=began) is None


def test_another_field_of_the_same_thing_is_left_alone(cast):
    stale = fresh(cast.clinic)
    save_field(cast.clinic, "what", "New.", base=stamp_of(cast.clinic.what))

    save_field(stale, "title", "Cats", base=stamp_of(stale.title))

    assert (fresh(cast.clinic).what, fresh(cast.clinic).title) == ("New.", "Cats")


def test_what_is_closed_takes_no_word(cast):
    with pytest.raises(Refused):
        save_field(
            cast.clinic, "what", "Late.", base=stamp_of(cast.clinic.what), if_still={"title": "x"}
        )

    assert fresh(cast.clinic).what != "Late."


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine
@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcx")))
def test_the_joined_text_has_every_line_of_both(one, other):
    lines = joined("\n".join(one), "\n".join(other)).split("\n")

    for text in (one, other):
        rest = iter(lines)
        assert all(line in rest for line in text)  # in their order


def test_two_long_texts_are_joined_in_a_moment():
    mine, theirs = "\n" * MOST, "\n" * (MOST - 1) + "x"
    begun = process_time()

    lines = joined(theirs, mine).split("\n")

    assert process_time() - begun < 5
    assert (lines.count(""), lines.count("x")) == (MOST + 1, 1)


def test_a_page_sends_a_field_it_may_send(rf: RequestFactory):
    edit = Edit.sent(rf.post("/", {"field": "what", "text": "a\r\nb\0", "base": "s"}), ["what"])

    assert edit == Edit("what", "a\nb", "s")
    with pytest.raises(Http404):
        Edit.sent(rf.post("/", {"field": "state", "text": "approved"}), ["what"])
    with pytest.raises(Refused):
        Edit.sent(rf.post("/", {"field": "what", "text": "a" * (MOST + 1)}), ["what"])


@pytest.mark.files
@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_wins_and_every_word_gets_in(cast):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("a database in memory has one connection")
    for number in range(5):
        Person.objects.filter(pk=cast.ana.pk).update(pronouns="")
        start = Barrier(WRITERS)
        words = [f"w{number}{n}" for n in range(WRITERS)]
        with ThreadPoolExecutor(WRITERS) as runners:
            won = list(runners.map(write, [cast.ana] * WRITERS, words, [start] * WRITERS))

        assert sorted(won) == [False, False, False, True]
        assert sorted(Person.objects.get(pk=cast.ana.pk).pronouns.split("\n")) == words


def write(person, word, start) -> bool:
    """Save a word; where somebody was faster, save the joined text until it is in."""
    start.wait()
    try:
        clash = first = save_field(person, "pronouns", word, base=stamp_of(""))
        while clash:
            clash = save_field(person, "pronouns", clash.joined, base=clash.base)
    finally:
        connection.close()
    return first is None
