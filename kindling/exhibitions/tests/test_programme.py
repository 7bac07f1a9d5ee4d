"""Anybody reads the programme where the school opened it; nobody who said no stands in it."""

from __future__ import annotations

import pytest

from kindling.exhibitions.actions import choose_programme, describe_exhibition
from kindling.exhibitions.models import Kind
from kindling.exhibitions.tests.showing import plan, schedule

OPEN = "/programme/harbor-view/"


@pytest.fixture
def bees(cast):
    exhibition = plan(cast)
    describe_exhibition(exhibition, title="Bees", is_listed=True, by=cast.as_("luis"))
    return schedule(cast, exhibition)


@pytest.fixture
def is_open(cast):
    choose_programme(is_open=True, by=cast.as_("dana"))


def test_it_is_closed_until_the_school_opens_it(cast, client, bees):
    assert client.get(OPEN).status_code == 404


def test_it_names_first_name_title_time_and_room(cast, client, bees, is_open):
    page = client.get(OPEN)

    for there in ("Bees", "Luis", "Library", "3:00"):
        assert there in page.text
    for secret in ("Diaz", "401", "Ana", "Rosa"):
        assert secret not in page.text
    assert "noindex" in page.text
    assert "csrftoken" not in page.cookies


def test_a_student_who_says_no_is_not_named(cast, client, bees, is_open):
    describe_exhibition(bees, title="Bees", is_listed=False, by=cast.as_("luis"))

    assert "Bees" not in client.get(OPEN).text


def test_an_advisor_does_not_say_yes_for_the_student(cast, client, bees, is_open):
    describe_exhibition(bees, title="Bees", is_listed=False, by=cast.as_("luis"))

    describe_exhibition(bees, title="Bees and us", is_listed=True, by=cast.as_("ana"))

    assert "Bees" not in client.get(OPEN).text


def test_a_family_that_said_no_to_directory_information(cast, client, client_of, bees, is_open):
    facts = {"given_name": "Luis", "family_name": "Diaz", "language": "en", "is_unlisted": "on"}
    client_of("priya").post(f"/harbor-view/roster/{cast.luis.person.public_id}/edit/", facts)

    assert "Bees" not in client.get(OPEN).text
    assert "Bees" not in client_of("maya").get("/harbor-view/exhibitions/programme/").text


def test_a_kind_that_is_not_public(cast, client, bees, is_open):
    Kind.objects.update(is_public=False)

    assert "Bees" not in client.get(OPEN).text


def test_another_school_shows_nothing_of_ours(cast, client, bees, is_open):
    assert client.get("/programme/northgate/").status_code == 404


def test_it_speaks_the_language_asked_for(cast, client, bees, is_open):
    page = client.get(f"{OPEN}?in=ar")

    assert 'dir="rtl"' in page.text
