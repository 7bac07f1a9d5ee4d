"""A person's own page: schools, language, look, devices."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from kindling.accounts.devices import device_of, in_words
from kindling.accounts.models import AccountEvent, Session
from kindling.history.models import Event
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from tests.cast import FIRST_DAY

BACKEND = "kindling.accounts.backends.Backend"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
)


def another(user):
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def at_northgate(cast, person):
    twin = Person(school=cast.north, given_name="Ana", user=person.user).compose()
    twin.save()
    Membership.objects.create(school=cast.north, person=twin, role=Role.STAFF, since_on=FIRST_DAY)
    return twin


def test_the_first_page_leads_to_the_only_school(client_of):
    assert client_of("ana").get("/").url == "/harbor-view/"


def test_who_belongs_to_two_schools_chooses(cast, client_of):
    at_northgate(cast, cast.ana)
    client = client_of("ana")

    answer = client.get(client.get("/").url)

    assert "Harbor View" in answer.text
    assert "Northgate" in answer.text


def test_who_left_every_school_is_told(cast, client_of):
    Membership.objects.filter(person=cast.ana).update(until_on="2026-09-30")

    assert "No school has you on its list today" in client_of("ana").get("/you/").text


def test_a_visitor_is_sent_to_sign_in(client, cast):
    assert client.get("/").url == "/sign-in/"
    assert client.get("/you/").url == "/sign-in/?next=/you/"


def test_devices_are_listed_and_this_one_is_marked(cast, client_of, django_assert_num_queries):
    client = client_of("ana")
    for _ in range(2):
        another(cast.ana.user)
    another(cast.otto.user)

    with django_assert_num_queries(8):
        page = client.get("/you/").text

    assert page.count("last used") == 3
    assert page.count("This device") == 1


def test_ending_one_session_leaves_the_others(cast, client_of):
    client, other = client_of("ana"), another(cast.ana.user)
    gone = Session.objects.get(session_key=other.session.session_key)

    answer = client.post(f"/you/devices/{gone.public_id}/end/")

    assert answer.status_code == 302
    assert other.get("/harbor-view/").status_code == 302
    assert client.get("/harbor-view/").status_code == 200
    assert client.post(f"/you/devices/{gone.public_id}/end/").status_code == 404


def test_nobody_ends_a_session_of_somebody_else(cast, client_of):
    client, stranger = client_of("ana"), another(cast.otto.user)
    theirs = Session.objects.get(session_key=stranger.session.session_key)

    assert client.post(f"/you/devices/{theirs.public_id}/end/").status_code == 404
    assert stranger.get("/northgate/").status_code == 200


def test_ending_all_others_keeps_this_one(cast, client_of):
    client, other = client_of("ana"), another(cast.ana.user)

    client.post("/you/devices/end-others/")

    assert other.get("/harbor-view/").status_code == 302
    assert client.get("/harbor-view/").status_code == 200
    assert AccountEvent.objects.get().detail == {"ended": 1}


def test_the_last_use_is_written_once_an_hour(cast, client_of, django_assert_num_queries):
    client = client_of("liam")
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        with django_assert_num_queries(3):
            client.get("/harbor-view/settings/words/")
        with django_assert_num_queries(2):
            client.get("/harbor-view/settings/words/")

    seen = Session.objects.get(user=cast.liam.user).seen_at
    assert seen.astimezone(cast.school.zone).hour == 11


def test_a_chosen_language_holds_at_every_school(cast, client_of):
    twin = at_northgate(cast, cast.ana)
    client = client_of("ana")

    answer = client.post("/you/language/", {"language": "es", "next": "/you/"})

    twin.refresh_from_db()
    cast.ana.refresh_from_db()
    assert (twin.language, cast.ana.language) == ("es", "es")
    assert answer.cookies["django_language"].value == "es"
    assert Event.objects.filter(verb="person.choose_language").count() == 2


def test_the_page_speaks_the_language_the_school_knows(client_of):
    assert '<html lang="es"' in client_of("rosa").get("/you/").text


def test_a_visitor_chooses_a_language_too(client, db):
    client.post("/you/language/", {"language": "ar", "next": "/sign-in/"})

    assert 'dir="rtl"' in client.get("/sign-in/").text


def test_an_unknown_language_or_a_foreign_way_on_does_nothing(client_of, cast):
    answer = client_of("ana").post(
        "/you/language/", {"language": "xx", "next": "https://evil.example/"}
    )

    cast.ana.refresh_from_db()
    assert (answer.url, cast.ana.language) == ("/you/", "en")


@pytest.mark.parametrize(("theme", "kept"), [("dark", "dark"), ("light", "light"), ("pink", "")])
def test_a_theme_is_kept(cast, client_of, theme, kept):
    client = client_of("ana")

    client.post("/you/theme/", {"theme": theme})

    cast.ana.user.refresh_from_db()
    assert cast.ana.user.theme == kept


def test_devices_are_told_in_plain_words():
    assert in_words(device_of(IPHONE)) == "Safari on iPhone"
    assert in_words(device_of("curl/8")) == "A device we do not recognize"


@pytest.mark.parametrize("path", ["/you/", "/you/password/", "/you/second-step/"])
def test_what_is_theirs_outside_the_schools_is_in_their_language_and_size(cast, client_of, path):
    """The browser is English, she reads Spanish."""
    Person.objects.filter(pk=cast.rosa.pk).update(has_large_text=True)

    page = client_of("rosa").get(path, headers={"accept-language": "en"}).text

    assert '<html lang="es"' in page
    assert 'data-text="large"' in page
