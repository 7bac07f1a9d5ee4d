"""Two at once: one link is made, one device is first, one letter leaves, five guesses are five."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection, connections
from django.utils import timezone

from kindling.notices.actions import deliver_notice, notify
from kindling.passes.actions import make_pass, renew_pass, send_code, trust_device
from kindling.passes.devices import trust_first
from kindling.passes.models import Pass, PassDevice
from kindling.schools.viewer import Viewer

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite in memory has one writer: --postgres"
    ),
]


def at_once(*calls):
    """Run each in a thread of its own, together; return what they gave."""
    gate, given = threading.Barrier(len(calls)), []

    def run(call):
        try:
            gate.wait(timeout=60)
            given.append(call())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return given


def test_two_taps_on_send_a_new_link_make_one(cast, held):
    Pass.objects.update(expires_at=timezone.now() - timedelta(days=1))
    system = Viewer.system(cast.school)

    made = at_once(*[lambda: renew_pass(Pass.objects.get(pk=held.pk), by=system)] * 4)

    assert len(made) == 4
    assert Pass.objects.filter(renewed_from=held).count() == 1


def test_of_two_first_devices_one_is_trusted(cast):
    held = make_pass(cast.rosa, "look", [], by=cast.as_("chen"), needs_code=True)

    trusted = at_once(*[lambda n=n: trust_first(held, f"{n}" * 64) for n in range(4)])

    assert sorted(trusted) == [False, False, False, True]


def test_a_letter_that_many_workers_take_leaves_once(cast):
    notice = notify(cast.ana, "passes/renewed", {}, by=cast.as_("chen"))
    mail.outbox.clear()
    type(notice).objects.update(state="queued", tries=0)

    ends = at_once(*[lambda: deliver_notice.func(notice.pk)] * 4)

    assert sorted(ends) == ["not waiting"] * 3 + ["sent"]
    assert len(mail.outbox) == 1


def test_parallel_guesses_get_no_extra_tries(cast):
    held = make_pass(cast.rosa, "look", [], by=cast.as_("chen"), needs_code=True)
    by = Viewer(cast.rosa, cast.school, frozenset(), "look")
    send_code(held, "a" * 64, by=by)

    guesses = at_once(*[lambda: trust_device(held, "a" * 64, "no", by=by)] * 9)

    assert guesses == [False] * 9
    assert PassDevice.objects.get().failures == 5
