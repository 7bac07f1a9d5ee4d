"""Two at once: one letter, one message in the morning, one budget."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import connection, connections
from django.utils import timezone

from kindling.notices.actions import (
    deliver_notice,
    notify,
    release_held_notices,
    spend_asks,
    stop_texts,
)
from kindling.notices.models import AskCount, Notice, Reach
from kindling.notices.outages import ENOUGH, note_failure, pause_of
from kindling.schools.models import School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import make_person

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite in memory has one writer: --postgres"
    ),
]


def at_once(*calls) -> list[object]:
    """Run each in a thread of its own, together; return what they gave."""
    gate, given = threading.Barrier(len(calls)), []

    def run(call):
        try:
            gate.wait(timeout=10)
            given.append(call())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return given


def test_six_schools_at_once_ask_no_oftener_than_allowed(cast):
    School.objects.update(asks_per_month=3)
    cast.school.refresh_from_db()
    cast.north.refresh_from_db()
    twin = make_person(cast.north, "Sam Ito", Role.MENTOR, user=False, email=cast.sam.email)
    ours, theirs = Viewer.system(cast.school), Viewer.system(cast.north)

    given = at_once(
        *[lambda: spend_asks([cast.sam], by=ours)] * 3, *[lambda: spend_asks([twin], by=theirs)] * 3
    )

    assert sorted(len(asked) for asked in given) == [0, 0, 0, 1, 1, 1]
    assert AskCount.objects.get().asks == 3


def test_many_mentors_in_another_order_never_wait_for_each_other_for_ever(cast):
    people = [make_person(cast.school, f"M{n} Test", user=False) for n in range(20)]
    by = Viewer.system(cast.school)

    given = at_once(
        lambda: spend_asks(people, by=by), lambda: spend_asks(people[::-1], by=by),
    )  # fmt: skip

    assert [len(asked) for asked in given] == [20, 20]
    assert set(AskCount.objects.values_list("asks", flat=True)) == {2}


def test_four_workers_send_a_letter_once(cast, open_office):
    notice = notify(cast.dana, "passes/not_me", {"bearer": cast.sam}, by=cast.as_("chen"))
    Notice.objects.update(state="queued", tries=0)  # it left with the commit
    open_office.messages.clear()

    given = at_once(*[lambda: deliver_notice.func(notice.pk)] * 4)

    assert sorted(given) == ["not waiting"] * 3 + ["sent"]
    assert len(open_office.messages) == 1


def test_two_clocks_let_the_night_go_once(cast):
    by = cast.as_("chen")
    for _ in range(3):
        notify(cast.dana, "passes/not_me", {"bearer": cast.sam}, by=by)
    Notice.objects.update(state="held", next_at=timezone.now())

    with time_machine.travel(timezone.now() + timedelta(seconds=1)):
        at_once(release_held_notices, release_held_notices)

    assert sorted(Notice.objects.values_list("state", flat=True)) == ["bundled"] * 2 + ["queued"]


def test_after_a_pause_one_worker_tries(cast):
    for _ in range(ENOUGH):
        note_failure("sms", "dead", timezone.now() - timedelta(minutes=2))
    now = timezone.now()

    given = at_once(*[lambda: pause_of("sms", now)] * 4)

    assert given.count(None) == 1


def test_stop_from_two_phones_is_kept_once(cast):
    by = cast.as_("ana")

    at_once(*[lambda: stop_texts(cast.ana, by=by)] * 3)

    assert Reach.objects.get(person=cast.ana).texts_stopped_at is not None
