"""What the process holds in columns says the same as the database; writes keep it up."""

import random
from datetime import time
from itertools import product

import pytest

from kindling.search.models import Shelf
from kindling.search.shelves import held
from kindling.sites.actions import (
    add_opportunity,
    change_opportunity,
    change_organisation,
    change_site,
    close_opportunity,
    merge,
    open_opportunity,
    undo_merge,
)
from kindling.sites.models import Kind
from kindling.sites.queries.answering import fitting_all
from kindling.sites.queries.filters import Filters
from kindling.sites.shelf import contents_of
from kindling.sites.tests.asking import find
from tests.cast import make_place

SAID = ("English", "Español y English", "ASL, português", "")
WAYS = ("Two steps at the door", "STEP-FREE, lift", "Ramp; quiet room", "")


@pytest.fixture
def town(cast):
    """Thirty places that differ in everything a filter asks for."""
    chance = random.Random(3)  # noqa: S311
    for number in range(30):
        starts = chance.choice([None, 8, 9, 12])
        place = make_place(
            cast.school, f"Shop {number}", f"Helper {number}", area=chance.choice(["food", "land"]),
            days=chance.choice(["0", "1,3", "2,4"]), min_age=chance.choice([None, 14, 16, 18]),
            starts_at=starts and time(starts), ends_at=starts and time(starts + 4, 30),
        )  # fmt: skip
        site = place.site
        site.languages, site.access = chance.choice(SAID), chance.choice(WAYS)
        site.latitude = chance.choice([None, 41.82 + chance.gauss(0, 0.05)])
        site.save()
    make_place(cast.north, "North", "Northgate helper")
    return cast


@pytest.mark.parametrize(
    "facts",
    [
        dict(zip(("areas", "days", "since", "until"), chosen, strict=True))
        for chosen in product([(), ("food",)], [(), (1, 2)], [0, 9], [0, 13])
    ]
    + [
        dict(zip(("age", "language", "access", "minutes"), chosen, strict=True))
        for chosen in product([0, 15], ["", "es", "asl"], [(), ("steps", "lift")], [0, 10])
    ],
)
def test_the_columns_and_the_database_agree(town, facts):
    filters, viewer = Filters(**facts), town.as_("chen")
    places = contents_of(town.school).facts

    fit = places.keys[places.fit(filters, town.school, 0)]

    assert sorted(fit.tolist()) == sorted(fitting_all(viewer, filters, None))


def test_a_school_without_places_holds_nothing(cast):
    contents = contents_of(cast.north)

    assert (contents.passages, contents.names, len(contents.facts.keys)) == ([], [], 0)


def look(cast, client_of, **asked):
    return find(client_of("chen"), **asked)


def test_a_change_of_words_is_found_at_once(cast, client_of):
    assert look(cast, client_of, q="aviary") == []

    change_opportunity(cast.clinic, by=cast.as_("chen"), what="Keep the aviary.")

    assert look(cast, client_of, q="aviary") == ["Animal care assistant"]


def test_a_change_of_what_must_fit_is_found_at_once(cast, client_of):
    asked = {"q": "animal", "language": "es", "day": "4"}
    assert look(cast, client_of, **asked) == []

    change_opportunity(cast.clinic, by=cast.as_("chen"), days="4")
    change_site(cast.clinic.site, by=cast.as_("chen"), languages="English, Spanish")

    assert look(cast, client_of, **asked) == ["Animal care assistant"]


def test_a_new_name_is_found_at_once(cast, client_of):
    home = cast.clinic.site.organisation
    assert look(cast, client_of, q="Zebrawood") == []

    change_organisation(home, by=cast.as_("chen"), name="Zebrawood Clinic")

    assert look(cast, client_of, q="Zebrawood") == ["Animal care assistant"]


def test_closed_is_gone_open_again_is_back_and_new_is_there(cast, client_of):
    by = cast.as_("chen")
    assert look(cast, client_of, q="animal")[0] == "Animal care assistant"

    close_opportunity(cast.clinic, by=by)
    assert "Animal care assistant" not in look(cast, client_of, q="animal")

    open_opportunity(cast.clinic, by=by)
    assert look(cast, client_of, q="animal")[0] == "Animal care assistant"

    add_opportunity(cast.clinic.site, by=by, title="Parrot keeper", what="Feed parrots.")
    assert look(cast, client_of, q="parrot") == ["Parrot keeper"]


def test_two_sites_that_become_one_and_two_again_are_found_so_at_once(cast, client_of):
    by = cast.as_("chen")
    stays, goes = cast.clinic.site, make_place(cast.school, "Zebrawood", "Groom").site
    change_site(goes, by=by, languages="Spanish")
    assert look(cast, client_of, q="Zebrawood") == ["Groom"]
    assert look(cast, client_of, q="clinic care assistant", language="es") == []

    merged = merge(Kind.SITE, stays, goes, of_other=frozenset({"name", "languages"}), by=by)
    assert look(cast, client_of, q="Zebrawood", language="es") == ["Animal care assistant", "Groom"]

    undo_merge(merged, by=by)
    assert look(cast, client_of, q="Zebrawood") == ["Groom"]
    assert look(cast, client_of, q="clinic care assistant", language="es") == []


def test_another_school_reads_nothing_again(cast, client_of):
    look(cast, client_of, q="animal")
    before = held(cast.school.pk, lambda: contents_of(cast.school))

    make_place(cast.north, "North", "Northgate helper")

    assert held(cast.school.pk, lambda: contents_of(cast.school)) is before
    assert Shelf.objects.get(school=cast.north).number == 1


def test_names_that_stay_are_not_read_into_words_again(cast, client_of):
    look(cast, client_of, q="animal")
    before = held(cast.school.pk, lambda: contents_of(cast.school))

    change_opportunity(cast.clinic, by=cast.as_("chen"), days="4")
    after = held(cast.school.pk, lambda: contents_of(cast.school))

    assert (after is before, after.names is before.names) == (False, True)


def test_few_free_seats_are_found_behind_many_full_ones(cast, client_of, monkeypatch):
    monkeypatch.setattr("kindling.sites.queries.answering.LOOKED_AT", (2, 4))
    for number in range(8):
        place = make_place(cast.school, f"Farm {number}", f"Goat helper {number}")
        if number < 7:
            place.seats.update(is_taken=True)

    assert look(cast, client_of, q="goat", open="1") == ["Goat helper 7"]
