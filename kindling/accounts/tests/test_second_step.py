"""Adding a second step, and being asked for it at each way in."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from kindling.accounts.actions import make_link
from kindling.accounts.models import AccountEvent, Session
from kindling.accounts.tests.stepping import Device, code_of, options_on
from tests.cast import PASSWORD

EMAIL = "ana@harbor-view.example.org"


def add_app(client):
    """Add the app of a phone; return its secret."""
    client.get("/you/second-step/app/")
    secret = client.session["mfa.totp.secret"]
    answer = client.post("/you/second-step/app/", {"code": code_of(secret)})
    assert (answer.status_code, answer.url) == (302, "/you/second-step/codes/")
    return secret


def add_passkey(client):
    device = Device()
    page = client.get("/you/second-step/passkey/", secure=True)
    sent = {"name": "My phone", "passwordless": "on", "credential": device.make(options_on(page))}
    answer = client.post("/you/second-step/passkey/", sent, secure=True)
    assert (answer.status_code, answer.url) == (302, "/you/second-step/codes/")
    return device


def with_password(client, **more):
    return client.post("/sign-in/", {"login": EMAIL, "password": PASSWORD, **more}, secure=True)


def test_with_an_app_the_password_alone_lets_nobody_in(cast, client_of):
    secret = add_app(client_of("ana"))
    other = Client()

    answer = with_password(other, next="/harbor-view/places/")

    assert (answer.status_code, answer.url.partition("?")[0]) == (302, "/sign-in/second-step/")
    assert other.get("/harbor-view/").status_code == 302
    wrong = other.post("/sign-in/second-step/", {"code": "000000"})
    assert (wrong.status_code, "This did not fit" in wrong.text) == (422, True)
    right = other.post("/sign-in/second-step/", {"code": code_of(secret, 1)})
    assert (right.status_code, right.url) == (302, "/harbor-view/places/")
    assert other.get("/harbor-view/").status_code == 200


def test_a_code_works_once(cast, client_of):
    secret = add_app(client_of("ana"))
    for expected in (302, 422):
        other = Client()
        with_password(other)
        answer = other.post("/sign-in/second-step/", {"code": code_of(secret, 1)})
        assert answer.status_code == expected


def test_a_link_by_mail_is_asked_for_the_second_step_too(cast, client_of):
    add_app(client_of("ana"))
    other = Client()

    answer = other.post(f"/sign-in/link/{make_link(cast.ana.user)}/")

    assert answer.url.partition("?")[0] == "/sign-in/second-step/"
    assert other.get("/harbor-view/").status_code == 302


def test_a_recovery_code_lets_in_once(cast, client_of):
    client = client_of("ana")
    add_app(client)
    shown = client.get("/you/second-step/codes/").text
    code = shown.partition("<code>")[2].partition("</code>")[0]
    assert "shown only once" in client.get("/you/second-step/codes/").text
    for expected in (302, 422):
        other = Client()
        with_password(other)
        assert other.post("/sign-in/second-step/", {"code": code}).status_code == expected


def test_a_passkey_is_the_second_step(cast, client_of):
    device = add_passkey(client_of("ana"))
    other = Client()
    with_password(other)

    options = options_on(other.get("/sign-in/second-step/", secure=True))
    sent = {"credential": device.sign(options)}
    answer = other.post("/sign-in/second-step/", sent, secure=True)

    assert (answer.status_code, answer.url) == (302, "/")
    assert other.get("/harbor-view/").status_code == 200


def test_a_passkey_alone_signs_in(cast, client_of):
    device = add_passkey(client_of("ana"))
    other = Client()
    said = other.get("/sign-in/passkey/", headers={"accept": "application/json"}, secure=True)

    sent = {"credential": device.sign(said.json()["request_options"]), "next": "/harbor-view/"}
    answer = other.post("/sign-in/passkey/", sent, secure=True)

    assert (answer.status_code, answer.url) == (302, "/harbor-view/")
    assert other.get("/harbor-view/").status_code == 200


@pytest.mark.parametrize("origin", ["https://kindling.evil.example", "http://testserver"])
def test_a_passkey_asked_for_by_another_page_lets_nobody_in(cast, client_of, origin):
    device = add_passkey(client_of("ana"))
    other = Client()
    said = other.get("/sign-in/passkey/", headers={"accept": "application/json"}, secure=True)

    sent = {"credential": device.sign(said.json()["request_options"], origin)}
    answer = other.post("/sign-in/passkey/", sent, secure=True)

    assert answer.url == "/sign-in/"
    assert other.get("/harbor-view/").status_code == 302


def test_the_first_second_step_signs_every_other_browser_out(cast, client_of):
    other = Client()
    other.force_login(cast.ana.user, backend="kindling.accounts.backends.Backend")
    client = client_of("ana")

    add_app(client)

    cast.ana.user.refresh_from_db()
    assert cast.ana.user.has_second_step
    assert Session.objects.filter(user=cast.ana.user).count() == 1
    assert other.get("/harbor-view/").status_code == 302
    verbs = [event.verb for event in AccountEvent.objects.filter(user=cast.ana.user)]
    assert verbs == ["second_step.app", "session.end_others"]


def test_without_its_last_step_the_password_is_enough_again(cast, client_of):
    client = client_of("ana")
    add_app(client)

    assert client.get("/you/second-step/app/remove/").status_code == 200
    assert client.post("/you/second-step/app/remove/").url == "/you/second-step/"

    cast.ana.user.refresh_from_db()
    assert not cast.ana.user.has_second_step
    assert not Authenticator.objects.exists()  # its recovery codes are gone with it
    assert with_password(Client()).url == "/"


def test_nobody_removes_the_passkey_of_another(cast, client_of):
    add_passkey(client_of("ana"))
    passkey = Authenticator.objects.get(type="webauthn")

    assert client_of("otto").post(f"/you/second-step/passkey/{passkey.pk}/").status_code == 404
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


def test_secrets_are_not_in_the_clear(cast, client_of):
    secret = add_app(client_of("ana"))

    kept = Authenticator.objects.get(type="totp")

    assert secret not in str(kept.data)


def test_guessing_codes_has_an_end(cast, client_of):
    secret = add_app(client_of("ana"))
    other = Client()
    with_password(other)
    for _ in range(5):
        other.post("/sign-in/second-step/", {"code": "000000"})

    answer = other.post("/sign-in/second-step/", {"code": code_of(secret, 1)})

    assert answer.status_code == 429
    assert other.get("/harbor-view/").status_code == 302
