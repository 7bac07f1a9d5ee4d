"""A gateway on this machine: what Kindling sends leaves through Apprise, what comes is signed."""

from __future__ import annotations

import json
import threading
from html import unescape
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
import time_machine
from django.db import connection

from kindling.attendance.actions import ask_mentor
from kindling.attendance.models import Day
from kindling.attendance.tests.placed import make_placement
from kindling.notices.actions import deliver_notice
from kindling.notices.models import Notice
from kindling.texts.signature import signature_of
from kindling.texts.tests.conftest import LUIS, SAM, TOKEN, give_phone


class Gateway(HTTPServer):
    """Keeps what it is told to send, and posts what people text, in Twilio's form."""

    def __init__(self, webhook: str):
        super().__init__(("127.0.0.1", 0), Send)
        self.webhook, self.sent, self.count = webhook, [], 0

    def text(self, number: str, body: str, *, again: bool = False) -> str:
        """Somebody texts; return what they read. `again`: the answer was lost, it is sent twice."""
        self.count += 0 if again else 1
        form = {
            "ToCountry": "US", "MessageSid": f"SM{self.count:032x}", "NumMedia": "0",
            "Body": body, "From": number, "To": "+14015559999", "AccountSid": "AC" + "0" * 32,
            "ApiVersion": "2010-04-01", "NumSegments": "1",
        }  # fmt: skip
        signed = signature_of(self.webhook, {name: [value] for name, value in form.items()}, TOKEN)
        headers = {"X-Twilio-Signature": signed, "User-Agent": "TwilioProxy/1.1"}
        request = Request(self.webhook, urlencode(form).encode(), headers)  # noqa: S310
        with urlopen(request, timeout=10) as answer:  # noqa: S310
            told = answer.read().decode()
        return unescape(told.partition("<Message>")[2].partition("</Message>")[0])


class Send(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.sent.append((self.path, json.loads(body)["message"]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def gateway(live_server, settings):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("a database in memory has one connection")
    settings.BASE_URL, settings.SMS_TOKEN = live_server.url, TOKEN
    gateway = Gateway(f"{live_server.url}/texts/")
    settings.SMS_URL = f"json://127.0.0.1:{gateway.server_port}/send/{{phone}}"
    thread = threading.Thread(target=gateway.serve_forever, daemon=True)
    thread.start()
    yield gateway
    gateway.shutdown()
    gateway.server_close()


@pytest.mark.files
@pytest.mark.django_db(transaction=True)
def test_a_day_by_text_from_here_to_the_mentors_yes(cast, gateway):
    placement = make_placement(cast.luis, cast.clinic, cast.sam)
    give_phone(cast.luis.person, LUIS)
    give_phone(cast.sam, SAM, email="")

    came = gateway.text(LUIS, "Here")
    with time_machine.travel("2026-10-13T18:00:00+00:00", tick=True):
        left = gateway.text(LUIS, "salí")
        ask_mentor(cast.sam, [placement], by=cast.as_("chen"))
        deliver_notice.func(Notice.objects.get(kind="attendance/confirm_days").pk)
        yes = [gateway.text(SAM, "Yes"), gateway.text(SAM, "Yes", again=True)]

    assert came.startswith("Luis is checked in at Bayside Animal Clinic at 9:00")
    assert left.endswith("5 h noted.")
    (path, asked), *more = gateway.sent
    assert ("4015550103" in path, more) == (True, [])
    assert "was Luis with you? Answer “yes”, or one tap: http" in asked
    assert yes[0].startswith("Thank you. Confirmed: Luis, Tue 13 Oct, 5 h.")
    assert yes[1] == yes[0]
    assert Day.objects.get().state == "confirmed"
