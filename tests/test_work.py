"""`manage.py work` as an operator runs it: real processes, a real database file, real mail."""

from __future__ import annotations

import signal
import socket
import threading
import time

import pytest
from aiosmtpd.controller import Controller

SOON = 40.0  # two seconds on an idle machine; a waiting mail server would hold it for 120
QUEUE = """
from kindling.schools.models import Installation, Network, Person, School
from kindling.schools.viewer import Viewer
from kindling.notices.actions import notify
Installation.objects.create(is_demo=False)
network = Network.objects.create(name="N", slug="n")
school = School.objects.create(network=network, name="Harbor View", slug="harbor-view")
for n in range({count}):
    person = Person(school=school, given_name="P", email=f"p{{n}}@example.org").compose()
    person.save()
    notify(person, "passes/renewed", {{}}, by=Viewer.system(school))
"""


class Inbox:
    """Keeps the addresses mail came for."""

    def __init__(self):
        self.came = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.came.extend(envelope.rcpt_tos)
        return "250 Taken"


@pytest.fixture
def inbox(place):
    inbox = Inbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    place.settings["EMAIL_URL"] = f"smtp://127.0.0.1:{port}?timeout=120"
    yield inbox
    controller.stop()


@pytest.fixture
def silent_server(place):
    """Accepts and never says a word."""
    listener = socket.create_server(("127.0.0.1", 0))
    callers = []
    threading.Thread(target=lambda: callers.append(listener.accept()), daemon=True).start()
    place.settings["EMAIL_URL"] = f"smtp://127.0.0.1:{listener.getsockname()[1]}?timeout=120"
    yield callers
    for caller, _address in callers:
        caller.close()
    listener.close()


def wait_for(condition, seconds=90):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def stopped_in(process, number):
    """Send the signal; return exit code and seconds until the end."""
    began = time.monotonic()
    process.send_signal(number)
    code = process.wait(timeout=60)
    return code, time.monotonic() - began


def states(place):
    return dict(place.ask("SELECT state, count(*) FROM notices_notice GROUP BY state"))


def test_two_workers_send_each_letter_once_and_stop_when_asked(place, inbox):
    place.shell(QUEUE.format(count=40))
    workers = [place.start("work"), place.start("work")]

    wait_for(lambda: states(place) == {"sent": 40})
    ends = [stopped_in(w, n) for w, n in zip(workers, (signal.SIGTERM, signal.SIGINT), strict=True)]

    assert sorted(inbox.came) == sorted(f"p{n}@example.org" for n in range(40))
    assert [code for code, _seconds in ends] == [0, 0]
    assert max(seconds for _code, seconds in ends) < SOON
    assert place.ask("SELECT DISTINCT status FROM django_tasks_database_dbtaskresult") == [
        ("SUCCESSFUL",)
    ]


def test_a_worker_in_the_middle_of_a_letter_stops_too_and_the_letter_waits(place, silent_server):
    place.shell(QUEUE.format(count=1))
    worker = place.start("work")
    wait_for(lambda: silent_server)

    code, seconds = stopped_in(worker, signal.SIGTERM)

    assert (code, seconds < SOON) == (0, True), seconds
    assert states(place) == {"queued": 1}


def test_what_a_killed_worker_held_is_done_by_the_next(place, inbox):
    place.shell(QUEUE.format(count=1))
    place.ask("UPDATE notices_notice SET state='sending', tries=1, next_at='2026-01-01 00:00:00'")
    place.ask(
        "UPDATE django_tasks_database_dbtaskresult SET status='RUNNING', "
        "started_at='2026-01-01 00:00:00', worker_ids='[\"elsewhere:1:x\"]'"
    )

    place.manage("work", "--once")

    assert (inbox.came, states(place)) == (["p0@example.org"], {"sent": 1})
