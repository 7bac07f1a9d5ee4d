"""Large letters: a person's choice, on every page they read."""

from __future__ import annotations

from django.test import Client

from kindling.families.tests.family import door_of
from kindling.schools.models import Person

LARGE = 'data-text="large"'


def test_a_guardian_chooses_it_behind_the_link_and_reads_it_signed_in(cast, client_of):
    phone, address = Client(), door_of(cast)
    before = phone.get(address).content.decode()
    phone.post(address, {"text": "large"})
    after = phone.get(address).content.decode()
    home = client_of("rosa").get("/harbor-view/").content.decode()
    reach = client_of("rosa").get("/harbor-view/reach/").content.decode()

    assert [LARGE in page for page in (before, after, home, reach)] == [False, True, True, True]


def test_who_signs_in_chooses_it_for_every_school_and_takes_it_back(cast, client_of):
    client = client_of("ana")
    client.post("/you/text/", {"text": "large"})
    pages = [client.get("/you/").content.decode(), client.get("/harbor-view/").content.decode()]
    client.post("/you/text/", {"text": "usual"})

    assert [LARGE in page for page in pages] == [True, True]
    assert LARGE not in client.get("/harbor-view/").content.decode()
    assert not Person.objects.filter(has_large_text=True).exists()
