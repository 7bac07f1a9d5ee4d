"""The engine on sentences as students say them. A change that makes it worse is noticed here."""

import pytest

from benchmarks.search.sentences import (
    long_sentences,
    places,
    score,
    score_judged,
    sentences,
)
from kindling.search import asking, meaning
from kindling.search.library import bulk

ENGLISH, SPANISH = sentences()


def figures(asked):
    library = bulk(places())
    return score(asked, lambda said: library.rank(library.ask(said)).numbers)


@pytest.fixture
def no_model(monkeypatch):
    monkeypatch.setattr(meaning, "is_there", lambda: False)
    asking.told.cache_clear()
    yield
    asking.told.cache_clear()


@pytest.mark.skipif(not meaning.is_there(), reason="the extra `meaning` is not installed")
@pytest.mark.parametrize(
    ("asked", "mrr", "in_three"), [(ENGLISH, 0.78, 0.9), (SPANISH, 0.9, 0.9)], ids=["en", "es"]
)
def test_sentences_find_the_right_places(asked, mrr, in_three):
    told = figures(asked)

    assert (told.mrr >= mrr, told.in_three >= in_three) == (True, True), told


@pytest.mark.parametrize(
    ("asked", "mrr", "in_three"), [(ENGLISH, 0.45, 0.45), (SPANISH, 0.6, 0.6)], ids=["en", "es"]
)
def test_without_the_model_most_are_still_found(no_model, asked, mrr, in_three):
    told = figures(asked)

    assert (told.mrr >= mrr, told.in_three >= in_three) == (True, True), told


def test_there_are_enough_of_them():
    assert (len(ENGLISH), len(SPANISH)) == (20, 22)


@pytest.mark.skipif(not meaning.is_there(), reason="the extra `meaning` is not installed")
@pytest.mark.parametrize(
    ("asked", "least"),
    list(zip(long_sentences(), (0.82, 0.88), strict=True)),
    ids=["looked-at", "held-out"],
)
def test_long_sentences_find_a_right_place_among_the_first_three(asked, least):
    library = bulk(places())

    gained, in_three = score_judged(asked, lambda said: library.rank(library.ask(said)).numbers)

    assert (gained >= least, in_three >= 0.9) == (True, True), (gained, in_three)
