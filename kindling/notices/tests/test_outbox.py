"""The outbox: who sees it, what it hides, and sending again."""

from __future__ import annotations

import pytest
from django.utils import timezone

from kindling.chores.models import Chore
from kindling.kit.signing import token_of_id
from kindling.notices.actions import notify, send_again
from kindling.notices.models import Notice
from kindling.notices.rules import visible_notices
from kindling.schools import world
from kindling.schools.models import Installation
from kindling.schools.viewer import Viewer

PAGE = "/harbor-view/outbox/"
KIND = "passes/renewed"


@pytest.fixture
def notice(cast):
    return notify(cast.sam, KIND, {}, by=cast.as_("chen"), link_id="abcdefghjkmnpq")


@pytest.fixture
def demo(cast):
    Installation.objects.update(is_demo=True)
    world.forget()


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("chen", 200), ("dana", 200), ("priya", 200),
        ("ana", 403), ("maya", 403), ("rosa", 403), ("liam", 403), ("tasha", 403), ("otto", 404),
    ],
)  # fmt: skip
def test_leaders_see_it(client_of, notice, name, status):
    assert client_of(name).get(PAGE).status_code == status


def test_otto_sees_nothing_of_it(cast, notice):
    assert visible_notices(cast.as_("otto")).count() == 0
    assert visible_notices(Viewer(cast.otto, cast.north, frozenset({"principal"}))).count() == 0


def test_a_personal_link_is_not_shown(client_of, notice):
    page = client_of("chen").get(PAGE).content.decode()

    assert "[personal link]" in page
    assert token_of_id("abcdefghjkmnpq") not in page
    assert "/p/" not in page


def test_it_says_how_it_went_and_why(client_of, notice):
    Notice.objects.update(state="failed", error="The mail server refused the address: 550 Who?")

    page = client_of("chen").get(PAGE).content.decode()

    assert ("Could not be sent" in page, "550 Who?" in page) == (True, True)


def test_it_can_be_looked_through_by_state(client_of, cast, notice):
    Notice.objects.update(state="sent")
    notify(cast.dana, KIND, {}, by=cast.as_("chen"))

    page = client_of("chen").get(f"{PAGE}?state=sent").content.decode()

    assert ("Sam Ito" in page, "Dana Okafor</strong>" in page) == (True, False)


def test_numbers_are_asked_for_again_only_while_something_moves(client_of, notice):
    moving = client_of("chen").get(f"{PAGE}counts/").content.decode()
    Notice.objects.update(state="sent")
    still = client_of("chen").get(f"{PAGE}counts/").content.decode()

    assert ('hx-trigger="every 10s"' in moving, "hx-trigger" in still) == (True, False)


def test_it_says_when_nobody_sends(client_of, notice):
    silent = client_of("chen").get(PAGE).content.decode()
    Chore.objects.create(name="any", last_at=timezone.now())
    ticking = client_of("chen").get(PAGE).content.decode()

    words = "The background worker is not running"
    assert (words in silent, words in ticking) == (True, False)


def test_sending_again_goes_to_the_contact_on_file_today(client_of, cast, notice):
    Notice.objects.update(state="failed", tries=6, error="550", address="old@example.org")

    answer = client_of("chen").post(f"{PAGE}{notice.public_id}/send-again/")

    notice.refresh_from_db()
    assert (answer.status_code, answer.url) == (302, PAGE)
    assert (notice.state, notice.tries, notice.error) == ("queued", 0, "")
    assert notice.address == "sam@harbor-view.example.org"


def test_sending_again_what_waits_is_refused(client_of, notice):
    assert client_of("chen").post(f"{PAGE}{notice.public_id}/send-again/").status_code == 409


def test_sending_again_sends(cast, notice, mailoutbox, django_capture_on_commit_callbacks):
    Notice.objects.update(state="failed")

    with django_capture_on_commit_callbacks(execute=True):
        send_again(notice, by=cast.as_("chen"))

    assert [mail.to for mail in mailoutbox] == [["sam@harbor-view.example.org"]]


@pytest.mark.parametrize(("name", "status"), [("ana", 403), ("maya", 403), ("otto", 404)])
def test_others_send_nothing_again(client_of, notice, name, status):
    Notice.objects.update(state="failed")

    assert client_of(name).post(f"{PAGE}{notice.public_id}/send-again/").status_code == status


def test_without_an_address_it_cannot_be_sent_again(client_of, cast, notice):
    Notice.objects.update(state="failed")
    cast.sam.email = cast.sam.phone = ""
    cast.sam.save()

    assert client_of("chen").post(f"{PAGE}{notice.public_id}/send-again/").status_code == 409


def test_a_code_is_not_sent_twice(client_of, cast):
    notice = notify(cast.sam, "passes/code", {}, by=cast.as_("chen"), code="123456")
    Notice.objects.update(state="sent", code="")

    assert client_of("chen").post(f"{PAGE}{notice.public_id}/send-again/").status_code == 409


def test_the_demos_outbox_shows_links_that_work(client, demo, notice):
    page = client.get("/outbox/").content.decode()

    assert f"/p/{token_of_id('abcdefghjkmnpq')}/" in page


@pytest.mark.parametrize(
    "headers",
    [{"REMOTE_ADDR": "10.0.0.9"}, {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, {"HTTP_FORWARDED": "x"}],
)
def test_the_demos_outbox_is_for_this_machine_only(client, demo, notice, headers):
    assert client.get("/outbox/", **headers).status_code == 404


def test_a_real_school_has_no_such_page(client_of, notice):
    assert client_of("chen").get("/outbox/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_and_three(
    client_of, cast, count, django_assert_num_queries
):
    for person in (cast.sam, cast.rosa, cast.dana)[:count]:
        notify(person, KIND, {}, by=cast.as_("chen"))
    client = client_of("chen")

    with django_assert_num_queries(6):
        client.get(PAGE)


def test_a_private_letter_shows_in_no_other_letters_page(cast, client_of):
    first, private, other = [
        notify(cast.ana, "passes/not_me", {"bearer": cast.sam}, by=cast.as_("chen"))
        for _each in range(3)
    ]
    Notice.objects.filter(pk=private.pk).update(
        kind="incidents/private_raised", subject="A worry", carrier=first
    )
    Notice.objects.filter(pk=other.pk).update(carrier=private, subject="Another")
    chen = client_of("chen")

    pages = [chen.get(f"{PAGE}{one.public_id}/") for one in (first, private, other)]

    assert [page.status_code for page in pages] == [200, 404, 200]
    assert ["A worry" in page.text for page in pages] == [False] * 3
