"""Text messages leave by whatever gateway SMS_URL names."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kindling.notices.actions import notify
from kindling.notices.tests.conftest import deliver


class Gateway(HTTPServer):
    """Keeps what it is told and answers with `status`."""

    status = 200

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.told = []


class Answer(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.told.append((self.path, json.loads(body)["message"]))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def gateway(settings):
    gateway = Gateway()
    settings.SMS_URL = f"json://127.0.0.1:{gateway.server_port}/send/{{phone}}"
    thread = threading.Thread(target=gateway.serve_forever, daemon=True)
    thread.start()
    yield gateway
    gateway.shutdown()
    gateway.server_close()


@pytest.fixture
def notice(cast):
    cast.sam.email = ""
    cast.sam.save()
    return notify(cast.sam, "passes/code", {}, by=cast.as_("chen"), code="123456")


def test_a_text_message_is_short_and_goes_to_the_number(gateway, notice):
    deliver(notice)

    text = "Harbor View: your code is 123456. It works for ten minutes. Give it to nobody."
    assert notice.state == "sent"
    assert [message for _path, message in gateway.told] == [text]
    assert "555" in gateway.told[0][0]


def test_a_gateway_that_refuses_is_asked_again(gateway, notice):
    gateway.status = 500

    deliver(notice)

    assert notice.state == "queued"
    assert notice.error.startswith("The text message gateway did not take it: ")


def test_without_a_gateway_it_is_kept(notice):
    assert deliver(notice).state == "kept"
