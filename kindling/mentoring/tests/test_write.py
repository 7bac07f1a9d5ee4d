"""A mentor begins a conversation from their page; the school is always in it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from kindling.attendance.tests.placed import make_placement
from kindling.conversations.actions import settle_call
from kindling.conversations.models import Message, Thread
from kindling.conversations.queries.waits import waits
from kindling.conversations.rules import whom_around
from kindling.kit.http import Refused
from kindling.mentoring import actions
from kindling.mentoring.tests.guiding import as_guide, door_of
from kindling.notices.models import Notice
from kindling.placements.actions import hold_mentor
from kindling.schools.inside import inside
from kindling.schools.models import Membership
from tests.cast import make_person


@pytest.fixture
def place(cast):
    return make_placement(cast.jordan, cast.clinic, cast.sam)


@pytest.fixture
def door(cast, client, place) -> str:
    actions.send_page(cast.sam, by=cast.as_("chen"))
    client.get(door_of(cast.sam))
    return f"{door_of(cast.sam)}?write={place.public_id}"


def waiting(cast, name) -> list[str]:
    with inside(cast.school):
        return [one.say for one in waits(cast.as_(name))]


def told() -> list[str]:
    rows = Notice.objects.filter(kind="conversations/private_message").order_by("pk")
    return [one.person.first for one in rows]


def test_sam_writes_to_the_school_alone_and_jordan_hears_nothing(cast, client, door):
    sent = client.post(door, {"to": "staff", "text": "He is often tired.", "tap": "t"})

    thread = Thread.objects.get()
    assert (thread.student, thread.outside, thread.keeper) == (None, cast.sam, cast.ana)
    assert (thread.about, thread.outside_as) == (cast.jordan, "mentor")
    assert told() == ["Ana"]
    assert waiting(cast, "ana") == ["Read and answer what Sam Ito wrote"]
    shown = client.get(sent.url).content.decode()
    assert "He is often tired." in shown
    assert "About Jordan" in shown


def test_sam_writes_to_jordan_and_ana_is_in_it(cast, client, door):
    client.post(door, {"to": "student", "text": "Bring boots.", "tap": "t"})

    thread = Thread.objects.get()
    assert (thread.student, thread.keeper) == (cast.jordan, cast.ana)
    assert sorted(told()) == ["Ana", "Jordan"]
    assert Message.objects.get().keeper == cast.ana


def test_one_tap_asks_for_a_call_and_twice_on_a_day_is_once(cast, client, door):
    client.post(door, {"call": "1"})
    client.post(door, {"call": "1"})

    thread = Thread.objects.get()
    assert [one.text for one in thread.messages.all()] == ["Please call me about Jordan."]
    assert waiting(cast, "ana") == ["Call Sam Ito, who asked for it"]
    settle_call(thread, by=cast.as_("ana"))
    assert waiting(cast, "ana") == []


def test_after_they_talked_a_second_call_on_the_same_day_is_asked_for_once(cast, client, door):
    client.post(door, {"call": "1"})
    settle_call(Thread.objects.get(), by=cast.as_("ana"))
    for _again in range(2):
        client.post(door, {"call": "1"})

    assert waiting(cast, "ana") == ["Call Sam Ito, who asked for it"]
    assert Message.objects.count() == 2


def test_the_conversation_shows_ana_the_number_and_one_tap_says_that_they_talked(
    cast, client, client_of, door
):
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(phone="+1 555 0177")
    client.post(door, {"call": "1"})
    address = f"/harbor-view/messages/{Thread.objects.get().public_id}/"
    ana = client_of("ana")

    assert 'href="tel:+15550177"' in ana.get(address).content.decode()
    ana.post(f"{address}called/")

    assert Thread.objects.get().call_asked_at is None
    assert "to be called" not in ana.get(address).content.decode()


def test_a_tap_sent_twice_is_one_message(cast, client, door):
    for _again in range(2):
        client.post(door, {"to": "staff", "text": "Hello.", "tap": "t"})

    assert Message.objects.count() == 1


def test_the_page_names_interns_by_first_name_and_asks_about_whom(cast, client, door):
    make_placement(cast.maya, cast.shelter, cast.sam)
    make_placement(cast.luis, cast.clinic, cast.tasha)

    page = client.get(door.partition("?")[0] + "?write").content.decode()

    assert [name in page for name in ("Jordan", "Maya", "Luis", "Blake")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_the_link_about_days_leads_there_too(cast, client, place):
    from kindling.attendance.rooms import ROOMS  # noqa: PLC0415

    assert "write" in [room.key for room in ROOMS if room.posts]


def test_about_somebody_else_s_intern_there_is_nothing(cast, client, door):
    other = make_placement(cast.luis, cast.clinic, cast.tasha)
    address = door.partition("=")[0] + f"={other.public_id}"

    assert client.post(address, {"to": "staff", "text": "Hi", "tap": "t"}).status_code == 404
    assert whom_around(as_guide(cast.sam), cast.luis) == []
    with pytest.raises(PermissionDenied):
        actions.write_about(cast.luis, "Hi", to_student=True, by=as_guide(cast.sam))


def test_when_it_is_over_there_is_nobody_to_write_about(cast, place):
    type(place).objects.filter(pk=place.pk).update(
        state="ended", ends_on=timezone.now().date() - timedelta(days=1)
    )

    with pytest.raises(PermissionDenied):
        actions.write_about(cast.jordan, "Hi", to_student=False, by=as_guide(cast.sam))


def test_a_suspended_mentor_begins_nothing(cast, client, door):
    hold_mentor(cast.sam, by=cast.as_("chen"))

    answer = client.post(door, {"to": "staff", "text": "Hi", "tap": "t"})

    assert answer.status_code == 409
    assert whom_around(as_guide(cast.sam), cast.jordan) == []
    assert Thread.objects.count() == 0


def test_without_anybody_of_the_school_nothing_is_begun(cast, place):
    Membership.objects.filter(school=cast.school).exclude(person=cast.jordan.person).update(
        until_on=cast.school.today() - timedelta(days=1)
    )

    with pytest.raises(Refused, match="Nobody of the school can answer here"):
        actions.write_about(cast.jordan, "Hi", to_student=True, by=as_guide(cast.sam))


def test_too_much_in_one_hour_is_refused_with_a_sentence(cast, client, door):
    for number in range(20):
        client.post(door, {"to": "staff", "text": f"No {number}", "tap": f"t{number}"})

    answer = client.post(door, {"to": "staff", "text": "One more", "tap": "more"})

    assert answer.status_code == 409
    assert "That was a lot in one hour." in answer.content.decode()
    assert Message.objects.count() == 20


def test_the_advisor_who_is_the_mentor_too_does_not_keep_it_themselves(cast):
    make_placement(cast.jordan, cast.clinic, cast.ana)

    found = whom_around(as_guide(cast.ana), cast.jordan)

    assert cast.ana not in [one.keeper for one in found]
    assert {one.keeper for one in found} != set()


def test_another_schools_mentor_finds_nobody(cast, place):
    stranger = make_person(cast.north, "Noor Haddad")

    assert whom_around(as_guide(stranger), cast.jordan) == []
