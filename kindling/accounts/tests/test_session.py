"""How long a session lasts, and what signing out leaves behind."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from kindling.accounts.models import Session
from tests.cast import PASSWORD


def signed_in(client, cast, name):
    client.post("/sign-in/", {"login": f"harbor-view-{name}", "password": PASSWORD})
    assert Session.objects.get(user=cast.user(name)).is_strict is (name == "ana")


def later(**span):
    return time_machine.travel(timezone.now() + timedelta(**span), tick=True)


@pytest.mark.parametrize(
    ("name", "still", "over"),
    [("ana", {"hours": 11}, {"hours": 13}), ("maya", {"days": 13}, {"days": 15})],
)
def test_a_session_nobody_uses_is_over(cast, client, name, still, over):
    signed_in(client, cast, name)
    with later(**still):
        assert client.get("/harbor-view/").status_code == 200
        with later(**still):  # it was used in between
            assert client.get("/harbor-view/").status_code == 200
            with later(**over):
                assert client.get("/harbor-view/").status_code == 302


@pytest.mark.parametrize(("name", "days"), [("ana", 7), ("maya", 30)])
def test_a_session_ends_however_often_it_is_used(cast, client, name, days):
    signed_in(client, cast, name)
    start = timezone.now()
    for hours in range(10, days * 24, 10):
        with time_machine.travel(start + timedelta(hours=hours)):
            client.get("/you/")
    with time_machine.travel(start + timedelta(days=days, minutes=-1)):
        assert client.get("/harbor-view/").status_code == 200
    with time_machine.travel(start + timedelta(days=days, minutes=1)):
        assert client.get("/harbor-view/").status_code == 302


def test_signing_out_tells_the_browser_to_forget_its_pages(client_of):
    answer = client_of("ana").post("/sign-out/")

    assert answer["Clear-Site-Data"] == '"cache"'


def test_after_signing_in_the_session_has_another_key(cast, client):
    client.get("/sign-in/")
    client.cookies["sessionid"] = "somebodyelsechosethiskeyforme000"

    client.post("/sign-in/", {"login": "harbor-view-ana", "password": PASSWORD})

    assert client.cookies["sessionid"].value != "somebodyelsechosethiskeyforme000"
