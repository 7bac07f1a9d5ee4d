"""Signing in with a password: allauth's flow with our pages and statuses."""

import pytest

from kindling.accounts.models import AccountEvent, Session
from tests.cast import PASSWORD

EMAIL = "ana@harbor-view.example.org"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


def send(client, login=EMAIL, password=PASSWORD, **more):
    data = {"login": login, "password": password, **more}
    return client.post("/sign-in/", data, headers={"user-agent": FIREFOX})


@pytest.mark.parametrize("login", [EMAIL, EMAIL.upper(), "harbor-view-ana"])
def test_the_right_password_signs_in(cast, client, login):
    answer = send(client, login)

    assert (answer.status_code, answer.url) == (302, "/")
    session = Session.objects.get()
    assert (session.user, session.device) == (cast.ana.user, "Firefox/Windows")
    assert [e.verb for e in AccountEvent.objects.all()] == ["session.start"]


def test_it_goes_on_to_the_page_that_was_asked_for(cast, client):
    assert send(client, next="/harbor-view/places/").url == "/harbor-view/places/"


def test_it_never_goes_on_to_a_foreign_page(cast, client):
    assert send(client, next="https://evil.example/").url == "/"


@pytest.mark.parametrize("login", [EMAIL, "nobody@example.org", "nobody"])
def test_a_wrong_password_and_a_wrong_name_get_the_same_answer(cast, client, login):
    answer = send(client, login, "not the password")

    assert answer.status_code == 422
    assert "These two do not fit together" in answer.text
    assert not Session.objects.filter(user__isnull=False).exists()


def test_after_five_wrong_passwords_one_waits(cast, client):
    for _ in range(5):
        send(client, password="wrong")

    answer = send(client)

    assert answer.status_code == 429
    assert "Wait five minutes" in answer.text


def test_a_closed_account_stays_out(cast, client):
    cast.ana.user.is_active = False
    cast.ana.user.save()

    answer = client.get(send(client).url)

    assert "This account is closed" in answer.text


def test_the_page_speaks_before_anyone_is_signed_in(client, db):
    answer = client.get("/sign-in/")

    assert answer.status_code == 200
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_signing_out_asks_first_and_ends_the_session(client_of):
    client = client_of("ana")

    assert client.get("/sign-out/").status_code == 200
    assert Session.objects.filter(user__isnull=False).exists()
    assert client.post("/sign-out/").url == "/sign-in/"
    assert not Session.objects.filter(user__isnull=False).exists()


def test_nobody_signs_up(client, db):
    assert client.get("/accounts/signup/").status_code == 404
    assert client.get("/sign-up/").status_code == 404
