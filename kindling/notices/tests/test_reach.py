"""Each person chooses the way: on their page, by the link in a letter, or the office for them."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from kindling.history.models import Event
from kindling.notices.actions import choose_ways, notify, start_texts, stop_texts
from kindling.notices.doorstep import reach_token
from kindling.notices.models import Reach
from kindling.notices.tests.conftest import deliver

PAGE = "/harbor-view/reach/"
USUAL = {
    "safety": "usual", "daily": "usual", "other": "usual", "quiet_from": "", "quiet_until": "",
}  # fmt: skip


def ways_of(cast, person, **facts):
    return notify(person, "passes/not_me", {"bearer": person}, by=cast.as_("chen"), **facts).ways


def test_mail_first_and_text_messages_first_for_safety(cast, gateway):
    assert ways_of(cast, cast.ana) == ["email", "sms"]
    assert ways_of(cast, cast.ana, urgent=True) == ["sms", "email"]


def test_each_chooses_for_each_group(cast, gateway, client_of):
    answer = client_of("ana").post(PAGE, USUAL | {"other": "sms", "safety": "email"})

    assert (answer.status_code, answer.url) == (302, PAGE)
    assert ways_of(cast, cast.ana) == ["sms", "email"]
    assert ways_of(cast, cast.ana, urgent=True) == ["email", "sms"]
    assert Event.objects.get(verb="reach.choose").by == cast.ana


def test_a_way_one_does_not_have_cannot_be_chosen(client_of):
    answer = client_of("dana").post(PAGE, USUAL | {"daily": "sms"})

    assert (answer.status_code, Reach.objects.count()) == (422, 0)


def test_half_of_quiet_hours_is_no_answer(client_of):
    answer = client_of("dana").post(PAGE, USUAL | {"quiet_from": "20:00"})

    assert answer.status_code == 422
    assert "Quiet hours need both times" in answer.content.decode()


def test_stop_means_none_not_even_for_safety(cast, gateway):
    stop_texts(cast.ana, by=cast.as_("ana"))

    assert ways_of(cast, cast.ana, urgent=True) == ["email"]

    start_texts(cast.ana, by=cast.as_("ana"))
    assert ways_of(cast, cast.ana, urgent=True) == ["sms", "email"]


def test_who_has_only_a_phone_and_stops_is_told_of_in_the_outbox(cast, gateway):
    cast.sam.email = ""
    cast.sam.save()
    stop_texts(cast.sam, by=cast.as_("chen"))

    notice = notify(cast.sam, "passes/renewed", {}, by=cast.as_("chen"))

    assert (notice.state, notice.ways) == ("failed", [])
    assert notice.error == "They stopped text messages, and there is no other way on file."


def test_who_stops_after_it_was_written_does_not_get_it(cast, gateway, open_office):
    both = notify(cast.ana, "passes/renewed", {}, by=cast.as_("chen"), urgent=True)
    cast.sam.email = ""
    cast.sam.save()
    only = notify(cast.sam, "passes/renewed", {}, by=cast.as_("chen"))
    for person in (cast.ana, cast.sam):
        stop_texts(person, by=cast.as_("chen"))

    assert [deliver(notice).state for notice in (both, only)] == ["sent", "failed"]
    assert (gateway.told, both.channel, only.tries) == ([], "email", 0)


def test_stopping_twice_is_said_once(cast):
    for _ in range(2):
        stop_texts(cast.ana, by=cast.as_("ana"))

    assert Event.objects.filter(verb="reach.stop_texts").count() == 1


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("chen", 200), ("dana", 200), ("priya", 200), ("rosa", 200),
        ("ana", 404), ("maya", 404), ("otto", 404),
    ],
)  # fmt: skip
def test_leaders_choose_for_who_asks_them(cast, client_of, name, status):
    assert client_of(name).get(f"{PAGE}{cast.rosa.public_id}/").status_code == status


def test_nobody_else_may(cast):
    facts = {"safety": "", "daily": "", "other": "", "quiet_from": None, "quiet_until": None}
    for name in ("ana", "otto", "maya"):
        with pytest.raises(PermissionDenied):
            choose_ways(cast.rosa, by=cast.as_(name), **facts)

    assert Reach.objects.count() == 0


def test_the_foot_of_a_letter_leads_to_the_choice_without_an_account(
    cast, client, open_office, gateway
):
    deliver(notify(cast.sam, "passes/renewed", {}, by=cast.as_("chen")))
    text = open_office.messages[0].get_body(("plain",)).get_content()
    path = f"/reach/{reach_token(cast.sam)}/"
    assert f"http://127.0.0.1:8000{path}" in text

    page = client.get(path).content.decode()
    assert ("s…@harbor-view.example.org" in page, "sam@harbor-view" in page) == (True, False)
    assert ("…0199" in page, "555 0199" in page, "Ito" in page) == (True, False, False)

    assert client.post(path, USUAL | {"daily": "sms"}).status_code == 302
    assert Reach.objects.get(person=cast.sam).daily == "sms"
    assert Event.objects.get(verb="reach.choose").by_pass is True

    client.post(path, {"texts": "stop"})
    assert Reach.objects.get(person=cast.sam).texts_stopped_at is not None
    client.post(path, {"language": "es"})
    assert '<html lang="es"' in client.get(path).content.decode()


def test_who_is_signed_in_does_not_count_there(cast, client_of):
    client_of("dana").post(f"/reach/{reach_token(cast.sam)}/", USUAL | {"other": "email"})

    assert [reach.person for reach in Reach.objects.all()] == [cast.sam]


def test_a_changed_letter_opens_nothing(cast, client):
    token = reach_token(cast.sam)
    changed = f"{cast.rosa.public_id}.{token.partition('.')[2]}"

    assert [client.get(f"/reach/{t}/").status_code for t in (changed, token[:-1], "x")] == [404] * 3


def test_a_new_address_ends_the_old_link(cast, client):
    token = reach_token(cast.sam)
    cast.sam.email = "sam@new.example"
    cast.sam.save()

    assert client.get(f"/reach/{token}/").status_code == 404


def test_every_try_stands_on_the_page_of_a_notice(
    cast, client_of, gateway, open_office, django_assert_num_queries
):
    open_office.to_recipient = "550 No such user here"
    notice = deliver(notify(cast.ana, "passes/not_me", {"bearer": cast.sam}, by=cast.as_("chen")))
    client = client_of("chen")

    with django_assert_num_queries(5):
        page = client.get(f"/harbor-view/outbox/{notice.public_id}/").content.decode()

    assert "The mail server refused the address: 550 No such user here" in page
    assert "The gateway took it." in page


@pytest.mark.parametrize(("name", "status"), [("ana", 403), ("maya", 403), ("otto", 404)])
def test_only_leaders_read_it(cast, client_of, name, status):
    notice = notify(cast.ana, "passes/renewed", {}, by=cast.as_("chen"))

    assert client_of(name).get(f"/harbor-view/outbox/{notice.public_id}/").status_code == status
