"""What is promised in a talk, until it is done."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from kindling.meetings.models import Commitment
from kindling.talks import actions
from kindling.talks.models import Talk, TalkPromise
from kindling.talks.tests.talking import held

PAGE = "/harbor-view/talks/"


@pytest.fixture
def two(cast) -> list[actions.Said]:
    """One for Maya, one for Ana."""
    by = cast.school.today() + timedelta(days=3)
    return [
        actions.Said(cast.maya.person, "Call the shelter.", by),
        actions.Said(cast.ana, "Ask for the van.", None),
    ]


def test_a_talk_with_promises_stays_open_until_the_last_is_kept(cast, two):
    talk = actions.next_talk(cast.maya, by=cast.as_("maya"))
    actions.hold_talk(talk, minutes=12, promises=two, by=cast.as_("ana"))
    assert Talk.objects.get().state == "follow_up"

    first, second = Commitment.objects.order_by("pk")
    actions.keep_promise(first, by=cast.as_("maya"))
    assert Talk.objects.get().state == "follow_up"
    for _ in range(2):
        actions.keep_promise(second, by=cast.as_("ana"))

    assert Talk.objects.get().state == "closed"


def test_the_same_form_sent_twice_holds_once_and_promises_once(cast, two):
    talk = actions.next_talk(cast.maya, by=cast.as_("maya"))
    for _ in range(2):
        actions.hold_talk(talk, promises=two, tap="t1", by=cast.as_("ana"))

    assert (Talk.objects.count(), TalkPromise.objects.count()) == (1, 2)


def test_a_promise_after_the_talk_opens_it_again(cast, two):
    talk = held(cast, cast.maya)
    actions.close_talk(talk, by=cast.as_("ana"))

    actions.promise(talk, two[0], by=cast.as_("maya"))

    assert Talk.objects.get().state == "follow_up"


def test_the_next_talk_leaves_open_what_is_still_promised(cast, two):
    first = held(cast, cast.maya)
    actions.promise(first, two[0], by=cast.as_("ana"))
    held(cast, cast.maya)

    first.refresh_from_db()
    assert first.state == "follow_up"


@pytest.mark.parametrize("name", ["jordan", "rosa", "dana", "otto"])
def test_nobody_else_promises_or_keeps(cast, client_of, two, name):
    talk = held(cast, cast.maya)
    made = actions.promise(talk, two[0], by=cast.as_("ana"))

    with pytest.raises(PermissionDenied):
        actions.promise(talk, two[1], by=cast.as_(name))
    address = f"{PAGE}with/{cast.maya.public_id}/keep/{made.public_id}/"
    assert client_of(name).post(address).status_code == 404


def test_ana_does_it_all_in_one_form(cast, client_of):
    ana = client_of("ana")
    talk = actions.next_talk(cast.maya, by=cast.as_("ana"))
    address = f"{PAGE}{talk.public_id}/"
    said = {
        "tap": "t1", "minutes": "12", "one-words": "Call the shelter.", "one-owner": "student",
        "one-due_on": "2026-10-20", "two-words": "Ask for the van.", "two-owner": "advisor",
        "two-due_on": "",
    }  # fmt: skip
    assert ana.post(f"{address}hold/", {**said, "one-due_on": "2026-10-01"}).status_code == 422
    assert Talk.objects.get().state == "due"
    for _ in range(2):  # the answer to the first one was lost
        assert ana.post(f"{address}hold/", said).status_code == 302
    owners = list(Commitment.objects.order_by("pk").values_list("owner", "due_on"))
    assert [owner for owner, _due in owners] == [cast.maya.person_id, cast.ana.pk]
    assert "2 promises" in ana.get(PAGE).text
    assert "Call the shelter." in client_of("maya").get(address).text
    assert "Call the shelter." not in client_of("rosa").get(PAGE).text
    maya = client_of("maya")
    for one in Commitment.objects.all():
        keep = f"{PAGE}with/{cast.maya.public_id}/keep/{one.public_id}/"
        assert maya.post(keep, {"talk": talk.public_id}).status_code == 302
    assert Talk.objects.get().state == "closed"
    assert (
        maya.post(f"{address}promise/", {"one-words": "", "one-owner": "student"}).status_code
        == 409
    )
