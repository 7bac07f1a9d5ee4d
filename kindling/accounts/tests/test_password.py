"""Forgetting, setting and changing a password."""

from django.core import mail
from django.test import Client

from kindling.accounts.models import Session
from tests.cast import PASSWORD

EMAIL = "ana@harbor-view.example.org"
NEW = "three plain words"


def reset_path():
    body = mail.outbox[-1].body
    return next(w for w in body.split() if w.startswith("http")).split(":8000", 1)[1]


def test_a_forgotten_password_is_replaced_by_mail(cast, client):
    assert client.post("/sign-in/reset/", {"email": EMAIL}).url == "/sign-in/reset/sent/"
    assert client.get("/sign-in/reset/sent/").status_code == 200
    form = client.get(reset_path(), follow=True)

    answer = client.post(form.request["PATH_INFO"], {"password1": NEW, "password2": NEW})

    cast.ana.user.refresh_from_db()
    assert (answer.status_code, answer.url) == (302, "/")
    assert cast.ana.user.check_password(NEW)
    assert client.get("/harbor-view/").status_code == 200


def test_a_reset_link_works_once(cast, client):
    client.post("/sign-in/reset/", {"email": EMAIL})
    path = reset_path()
    form = client.get(path, follow=True)
    client.post(form.request["PATH_INFO"], {"password1": NEW, "password2": NEW})

    assert Client().get(path).status_code == 409


def test_an_unknown_address_gets_the_same_answer(cast, client):
    answer = client.post("/sign-in/reset/", {"email": "nobody@example.org"})

    assert (answer.status_code, answer.url) == (302, "/sign-in/reset/sent/")
    assert mail.outbox == []


def test_changing_the_password_ends_all_other_sessions(cast, client_of):
    client = client_of("ana")
    other = Client()
    other.force_login(cast.ana.user, backend="kindling.accounts.backends.Backend")
    words = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}

    answer = client.post("/you/password/", words)

    assert (answer.status_code, answer.url) == (302, "/you/")
    assert Session.objects.filter(user=cast.ana.user).count() == 1
    assert client.get("/harbor-view/").status_code == 200
    assert other.get("/harbor-view/").status_code == 302


def test_a_wrong_old_password_or_a_weak_new_one_changes_nothing(cast, client_of):
    client = client_of("ana")

    wrong = client.post("/you/password/", {"oldpassword": "x", "password1": NEW, "password2": NEW})
    weak = client.post(
        "/you/password/", {"oldpassword": PASSWORD, "password1": "abc", "password2": "abc"}
    )

    cast.ana.user.refresh_from_db()
    assert (wrong.status_code, weak.status_code) == (422, 422)
    assert "This is not the password you use now" in wrong.text
    assert cast.ana.user.check_password(PASSWORD)


def test_who_has_no_password_may_set_one(cast, client_of):
    cast.ana.user.set_unusable_password()
    cast.ana.user.save()
    client = client_of("ana")

    assert client.get("/you/password/").url == "/you/password/set/"
    assert client.get("/you/password/set/").status_code == 200
    assert client.post("/you/password/set/", {"password1": NEW, "password2": NEW}).url == "/you/"
