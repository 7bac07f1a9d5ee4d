"""Being asked again who one is, before what opens or ends much."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from kindling.accounts.tests.stepping import code_of
from kindling.accounts.tests.test_second_step import add_app
from tests.cast import PASSWORD

PATH = "/you/second-step/app/"


def later(minutes):
    return time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=True)


def test_who_just_signed_in_is_not_asked(client_of):
    assert client_of("ana").get(PATH).status_code == 200


def test_after_ten_minutes_a_page_asks_first_and_leads_on(client_of):
    client = client_of("ana")
    with later(11):
        answer = client.get(PATH)
        assert (answer.status_code, answer.url) == (302, f"/you/confirm/?next={PATH}")
        assert client.get(answer.url).status_code == 200

        wrong = client.post(answer.url, {"proof-password": "not it", "next": PATH})
        assert wrong.status_code == 422
        assert client.get(PATH).status_code == 302
        right = client.post(answer.url, {"proof-password": PASSWORD, "next": PATH})

        assert (right.status_code, right.url) == (302, PATH)
        assert client.get(PATH).status_code == 200


def test_a_form_is_kept_and_sent_on_with_the_proof(cast, client_of):
    client = client_of("ana")
    with later(11):
        asked = client.post(PATH, {"code": "123 & 456"})
        assert asked.status_code == 403
        assert '<input type="hidden" name="code" value="123 &amp; 456">' in asked.text

        answer = client.post(PATH, {"code": "123456", "proof-password": PASSWORD})

        assert answer.status_code == 422  # the view itself looked at the code
        assert "This did not fit" in answer.text


def test_with_a_second_step_the_password_is_not_enough(cast, client_of):
    client = client_of("ana")
    secret = add_app(client)
    with later(11):
        page = "/you/confirm/"
        assert client.post(page, {"proof-password": PASSWORD}).status_code == 422
        assert client.post(page, {"proof-code": "000000"}).status_code == 422
        answer = client.post(page, {"proof-code": code_of(secret)})

        assert (answer.status_code, answer.url) == (302, "/you/")
        assert client.get("/you/second-step/app/remove/").status_code == 200


def test_a_part_leads_the_whole_page_to_the_proof(client_of):
    client = client_of("ana")
    with later(11):
        headers = {"HX-Request-Type": "partial", "HX-Current-URL": "https://testserver/you/"}
        answer = client.post(PATH, {"code": "1"}, headers=headers)

        assert answer.status_code == 403
        assert answer["HX-Redirect"] == "/you/confirm/?next=https%3A//testserver/you/"


def test_it_never_leads_on_to_a_foreign_page(client_of):
    sent = {"proof-password": PASSWORD, "next": "https://evil.example/"}
    assert client_of("ana").post("/you/confirm/", sent).url == "/you/"


def test_guessing_the_password_here_has_an_end(client_of):
    client = client_of("ana")
    for _ in range(10):
        client.post("/you/confirm/", {"proof-password": "wrong"})

    answer = client.post("/you/confirm/", {"proof-password": PASSWORD})

    assert "Wait five minutes" in answer.text
    assert answer.status_code == 429


def test_a_new_password_is_no_second_step(cast, client_of):
    client = client_of("ana")
    add_app(client)
    with later(11):
        fresh = {"oldpassword": PASSWORD, "password1": "pelican-39-Rathaus-x"}
        answer = client.post("/you/password/", fresh | {"password2": fresh["password1"]})
        assert (answer.status_code, answer.url) == (302, "/you/")

        assert client.get("/you/second-step/app/remove/").status_code == 302
        assert client.get("/you/").status_code == 200


def test_who_signs_in_again_has_just_shown_it(cast, client_of):
    client = client_of("ana")
    with later(11):
        sent = {"login": "ana@harbor-view.example.org", "password": PASSWORD}
        client.post("/sign-out/")
        assert client.post("/sign-in/", sent).status_code == 302

        assert client.get(PATH).status_code == 200
