"""Personal keys to the API, and what SchoolMiddleware does with them."""

import re
from dataclasses import replace
from importlib import import_module

import pytest
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.urls import path
from django.utils import timezone

from kindling.accounts.models import Token
from kindling.history.models import Event
from kindling.keys.actions.tokens import make_token, revoke_token
from kindling.schools.inside import URLS
from kindling.schools.models import Membership

school_urls = import_module(URLS)


def who(request):
    return JsonResponse({"name": request.viewer.person.name, "scope": request.viewer.scope})


class Urls:
    """The school's addresses and one under api/, so that no other app is needed."""

    urlpatterns = [path("api/who/", who), *school_urls.urlpatterns]
    handler404 = school_urls.handler404


@pytest.fixture(autouse=True)
def _api(monkeypatch):
    monkeypatch.setattr("kindling.schools.middleware.PROGRAM_URLS", Urls)
    monkeypatch.setattr("kindling.schools.inside.URLS", Urls)


@pytest.fixture
def ask(client):
    def _ask(secret, slug="harbor-view"):
        return client.get(f"/{slug}/api/who/", headers={"authorization": f"Bearer {secret}"})

    return _ask


def make(cast, name="ana", scope="read", days=30):
    return make_token(cast.user(name), by=cast.as_(name), name="Board", scope=scope, days=days)


def test_a_key_is_shown_once_and_kept_as_a_hash(client_of):
    client = client_of("ana")
    page = "/harbor-view/tokens/"

    made = client.post(page, {"name": "Board", "scope": "read", "days": "30"})
    secret = re.search(r"kdl_[\w-]+", made.text)[0]

    assert secret not in client.get(page).text
    assert secret not in str(Token.objects.values())
    assert Event.objects.filter(verb="token.make").count() == 1


def test_a_key_opens_its_school_as_its_owner(cast, ask, django_assert_num_queries):
    _token, secret = make(cast)
    ask(secret)

    with django_assert_num_queries(2):
        answer = ask(secret)

    assert answer.json() == {"name": "Ana Reyes", "scope": "read"}
    assert Token.objects.get().used_on == timezone.now().date()


def test_a_key_opens_no_other_school(cast, ask):
    _token, secret = make(cast)

    answer = ask(secret, "northgate")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")


def test_a_revoked_an_expired_and_an_unknown_key_get_401(cast, ask):
    token, revoked = make(cast)
    revoke_token(token, by=cast.as_("ana"))
    _token, expired = make(cast, days=-1)

    answers = [ask(secret) for secret in (revoked, expired, "kdl_nonsense")]

    assert [a.status_code for a in answers] == [401, 401, 401]
    assert {a.json()["detail"] for a in answers} == {
        "This key is not known here, has expired or was revoked."
    }


def test_a_key_ends_with_the_hat(cast, ask):
    _token, secret = make(cast)
    Membership.objects.filter(person=cast.ana).update(until_on="2026-10-12")

    assert ask(secret).status_code == 404


def test_a_read_key_cannot_write(cast):
    with pytest.raises(PermissionDenied):
        make_token(
            cast.ana.user,
            by=replace(cast.as_("ana"), scope="read"),
            name="x",
            scope="write",
            days=9,
        )


def test_a_key_opens_no_pages(cast, client):
    _token, secret = make(cast)

    answer = client.get("/harbor-view/tokens/", headers={"authorization": f"Bearer {secret}"})

    assert answer.status_code == 302


def test_nobody_revokes_a_key_of_somebody_else(cast, client_of):
    token, _secret = make(cast)

    for name in ("dana", "otto"):
        slug = "northgate" if name == "otto" else "harbor-view"
        answer = client_of(name).post(f"/{slug}/tokens/{token.public_id}/revoke/")
        assert answer.status_code == 404
    assert Token.objects.get().revoked_at is None


def test_revoking_twice_is_no_mistake(cast, client_of):
    token, _secret = make(cast)
    client = client_of("ana")

    answers = [
        client.post(f"/harbor-view/tokens/{token.public_id}/revoke/").status_code for _ in range(2)
    ]

    assert answers == [302, 302]
    assert Event.objects.filter(verb="token.revoke").count() == 1


def test_a_key_needs_a_name_and_a_known_scope(client_of):
    answer = client_of("ana").post(
        "/harbor-view/tokens/", {"name": "", "scope": "everything", "days": "9999"}
    )

    assert answer.status_code == 422
    assert not Token.objects.exists()
