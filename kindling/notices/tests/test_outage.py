"""A gateway is dead for an hour: nothing is lost, and no storm comes after."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from kindling.notices.actions import (
    enqueue_due_notices,
    free_stuck_notices,
    notify,
    release_held_notices,
)
from kindling.notices.models import Notice, Outage, Try
from kindling.notices.outages import ENOUGH, note_failure, note_success, pause_of
from kindling.notices.tests.conftest import free_port
from kindling.notices.tests.gateway import Gateway
from kindling.schools.roles import Role
from tests.cast import make_person

PEOPLE = 30


def clock(moment) -> None:
    with time_machine.travel(moment, tick=False):
        release_held_notices()
        enqueue_due_notices()
        free_stuck_notices()


def tell(person, by, **facts):
    return notify(person, "passes/not_me", {"bearer": person}, by=by, **facts)


@pytest.fixture
def phones(cast):
    """People who have a phone and no e-mail."""
    return [
        make_person(
            cast.school, f"P{n} Test", Role.MENTOR, user=False, email="", phone=f"555 02{n}"
        )
        for n in range(PEOPLE)
    ]


def test_an_hour_without_a_gateway(cast, settings, phones, django_capture_on_commit_callbacks):
    port = free_port()
    settings.SMS_URL = f"json://127.0.0.1:{port}/send/{{phone}}"
    start, by = timezone.now(), cast.as_("chen")
    with django_capture_on_commit_callbacks(execute=True):
        notices = [tell(person, by) for person in phones]
    for minute in range(60):
        moment = start + timedelta(minutes=minute)
        if minute in (10, 30):
            with time_machine.travel(moment, tick=False):
                notices += [tell(person, by) for person in phones]
        if minute == 40:
            with time_machine.travel(moment, tick=False):
                late = tell(phones[0], by, until=moment + timedelta(minutes=5))
        clock(moment)

    tries = Try.objects.count()
    assert ENOUGH + 10 <= tries <= ENOUGH + 20  # 90 wait, and the gateway is asked now and then
    assert Counter(Notice.objects.values_list("state", flat=True))["failed"] == 0
    assert Notice.objects.filter(state="sent").count() == 0

    gateway = Gateway(port)
    gateway.open()
    try:
        for second in range(0, 40 * 60, 20):
            clock(start + timedelta(hours=1, seconds=second))
    finally:
        gateway.close()

    late.refresh_from_db()
    assert (late.state, late.error.startswith("It was of use until")) == ("dropped", True)
    states = Counter(Notice.objects.exclude(pk=late.pk).values_list("state", flat=True))
    assert states == {"sent": len(notices)}
    told = Counter(path for path, _message in gateway.told)
    assert len(told) == PEOPLE  # each of them was told
    assert max(told.values()) <= 2  # and nobody got three in a row
    assert Try.objects.filter(ended="sent").count() == sum(told.values())
    assert Outage.objects.get().paused_until is None


def test_after_a_pause_one_message_is_tried_and_the_others_wait(db):
    now = timezone.now()
    for _ in range(ENOUGH):
        assert pause_of("sms", now) is None
        note_failure("sms", "dead", now)

    assert pause_of("sms", now) == now + timedelta(minutes=1)
    later = now + timedelta(minutes=1)
    assert pause_of("sms", later) is None
    assert pause_of("sms", later) == later + timedelta(minutes=1)
    note_success("sms")
    assert pause_of("sms", later) is None


def test_pauses_grow_and_end(db):
    now = timezone.now()
    for _ in range(40):
        note_failure("sms", "dead", now)

    assert pause_of("sms", now) == now + timedelta(minutes=5)


def test_one_success_between_failures_pauses_nothing(db):
    now = timezone.now()
    for _ in range(10):
        note_failure("sms", "bad number", now)
        note_success("sms")

    assert pause_of("sms", now) is None


def test_urgent_goes_another_way_at_once(cast, settings, open_office):
    settings.SMS_URL = f"json://127.0.0.1:{free_port()}/send/{{phone}}"
    urgent = tell(cast.ana, cast.as_("chen"), urgent=True)
    assert urgent.ways == ["sms", "email"]

    clock(timezone.now() + timedelta(minutes=6))

    urgent.refresh_from_db()
    assert (urgent.state, urgent.channel) == ("sent", "email")
    assert list(urgent.log.order_by("pk").values_list("channel", "ended")) == [
        ("sms", "later"), ("email", "sent"),
    ]  # fmt: skip
    assert [mail["To"] for mail in open_office.messages] == ["ana@harbor-view.example.org"]


def test_urgent_does_not_ask_a_gateway_that_rests(cast, gateway, open_office):
    for _ in range(ENOUGH):
        note_failure("sms", "dead", timezone.now() + timedelta(minutes=6))
    urgent = tell(cast.ana, cast.as_("chen"), urgent=True)

    clock(timezone.now() + timedelta(minutes=6))

    urgent.refresh_from_db()
    assert (urgent.state, urgent.channel, gateway.told) == ("sent", "email", [])


def test_an_address_that_is_refused_for_good_gives_the_other_way_its_turn(
    cast, gateway, open_office
):
    open_office.to_recipient = "550 No such user here"
    notice = tell(cast.ana, cast.as_("chen"))

    clock(timezone.now() + timedelta(minutes=6))

    notice.refresh_from_db()
    assert (notice.state, notice.channel, notice.address) == ("sent", "sms", "555 0111")
    assert len(gateway.told) == 1
