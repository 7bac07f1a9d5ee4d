"""A link by e-mail: once, ten minutes, the same answer for everyone."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from kindling.accounts.actions import make_link, use_link
from kindling.accounts.models import Session, SignInLink

EMAIL = "ana@harbor-view.example.org"


def ask(client, email=EMAIL, **more):
    return client.post("/sign-in/link/", {"email": email, **more})


def path_in(message):
    return next(w for w in message.body.split() if w.startswith("http")).split(":8000", 1)[1]


def test_a_link_comes_by_mail_and_signs_in_once(cast, client):
    ask(client, next="/harbor-view/places/")
    path = path_in(mail.outbox[0])

    looked = client.get(path)
    used = client.post(path, {"next": "/harbor-view/places/"})
    again = client.post(path)

    assert mail.outbox[0].to == [EMAIL]
    assert (looked.status_code, used.url) == (200, "/harbor-view/places/")
    assert again.status_code == 409
    assert Session.objects.filter(user=cast.ana.user).count() == 1
    assert SignInLink.objects.get().token_hash not in path


def test_looking_at_a_link_spends_nothing(cast, client):
    token = make_link(cast.ana.user)

    for _ in range(3):
        assert client.get(f"/sign-in/link/{token}/").status_code == 200

    assert use_link(token) == cast.ana.user


def test_an_unknown_address_gets_the_same_answer_and_no_mail(cast, client):
    known, unknown = ask(client), ask(client, "nobody@example.org")

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [message.to for message in mail.outbox] == [[EMAIL]]


def test_a_link_is_dead_after_ten_minutes(cast, client):
    token = make_link(cast.ana.user)

    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        looked, used = client.get(f"/sign-in/link/{token}/"), use_link(token)

    assert (looked.status_code, used) == (409, None)
    assert "Have a new one sent" in looked.text


def test_using_one_link_spends_the_others(cast):
    first, second = make_link(cast.ana.user), make_link(cast.ana.user)

    assert use_link(second) == cast.ana.user
    assert use_link(first) is None


@pytest.mark.parametrize("token", ["nonsense", "a" * 43, "%F0%9F%94%A5"])
def test_a_made_up_link_is_like_a_spent_one(cast, client, token):
    assert client.post(f"/sign-in/link/{token}/").status_code == 409


def test_links_for_one_address_are_few(cast, client):
    answers = [ask(client).status_code for _ in range(4)]

    assert answers == [302, 302, 302, 429]
    assert len(mail.outbox) == 3


def test_what_is_no_address_gets_a_sentence(cast, client):
    answer = ask(client, "ana at school")

    assert answer.status_code == 422
    assert "It needs an @ and a dot" in answer.text


def test_without_a_mail_server_the_page_says_what_to_do(cast, client, settings):
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.dummy.EmailBackend"}}

    assert "Send me a link" not in client.get("/sign-in/").text
    assert "cannot send e-mail yet" in client.get("/sign-in/link/").text
