"""Signing in with a password: allauth's flow with our pages and statuses."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from kindling.accounts.models import AccountEvent, Session
from kindling.accounts.sessions import SessionStore
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


@pytest.mark.parametrize(
    "onward",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "http://testserver@evil.example/",
        "http://testserver.evil.example/",
        " https://evil.example/",
        "\x08//evil.example/",
    ],
)
def test_it_never_goes_on_to_a_foreign_page(cast, client, onward):
    assert send(client, next=onward).url == "/"


def test_a_session_somebody_planted_is_not_the_one_that_signs_in(cast, client):
    """Session fixation: what stood in the cookie before is worth nothing after."""
    planted = SessionStore()
    planted["language"] = "es"
    planted.create()
    client.cookies["sessionid"] = planted.session_key

    send(client)

    assert client.cookies["sessionid"].value != planted.session_key
    assert not Session.objects.filter(session_key=planted.session_key).exists()
    stranger = Client()
    stranger.cookies["sessionid"] = planted.session_key
    assert stranger.get("/you/").status_code == 302


class Counting(MD5PasswordHasher):
    """Says how often a password was hashed: that is what takes the time."""

    hashed = 0

    def encode(self, password, salt):
        type(self).hashed += 1
        return super().encode(password, salt)


@pytest.mark.parametrize("login", ["nobody@example.org", "nobody", "sam@harbor-view.example.org"])
def test_a_name_that_is_not_there_takes_as_long(cast, client, settings, login):
    settings.PASSWORD_HASHERS = [f"{__name__}.Counting"]
    Counting.hashed = 0
    send(client, EMAIL, "not the password")
    known, Counting.hashed = Counting.hashed, 0

    send(client, login, "not the password")

    assert (known > 0, Counting.hashed) == (True, known)


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
