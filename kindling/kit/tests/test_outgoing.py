"""The door to the outside: names are looked up once, and private addresses stay closed."""

import http.server
import socket
import threading

import pytest
import requests

from kindling.kit import outgoing
from kindling.kit.outgoing import Closed, dial, is_public
from kindling.kit.outgoing_session import session

PRIVATE = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1%eth0",
    "fc00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "::127.0.0.1",
    "::10.1.2.3",
    "::ffff:0:127.0.0.1",
    "fec0::1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::808:808"])
def test_addresses_of_the_internet_are_public(address):
    assert is_public(address)


# Other ways to write 127.0.0.1, which a list of names would let through.
@pytest.mark.parametrize("host", ["localhost", "127.1", "0x7f000001", "2130706433", "0", "[::1]"])
def test_a_name_that_leads_home_is_closed(host):
    with pytest.raises(Closed):
        dial((host, 80), 1)


def names(monkeypatch, *addresses):
    """Let the name service answer with these addresses; return how often it was asked."""
    asked = []

    def answer(host, port, **_kind):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in addresses]

    monkeypatch.setattr(outgoing.socket, "getaddrinfo", answer)
    return asked


def test_one_private_address_among_public_ones_closes_the_name(monkeypatch):
    names(monkeypatch, "93.184.215.14", "10.0.0.1")

    with pytest.raises(Closed):
        dial(("both.example", 80), 1)


class Redirecting(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.send_response(307)
        self.send_header("Location", "http://127.0.0.1:1/inside")
        self.end_headers()

    def log_message(self, *args):
        """Keep quiet."""


@pytest.fixture
def server():
    server = http.server.HTTPServer(("127.0.0.1", 0), Redirecting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_it_connects_to_the_address_that_was_judged(monkeypatch, server):
    asked = names(monkeypatch, "127.0.0.1")

    answer = session(own=["push.example"]).post(f"http://push.example:{server.server_port}/")

    assert answer.status_code == 307
    assert asked == ["push.example"]


def test_no_redirect_is_followed(server):
    answer = session(own=["127.0.0.1"]).post(f"http://127.0.0.1:{server.server_port}/")

    assert answer.headers["Location"] == "http://127.0.0.1:1/inside"


def test_a_session_does_not_reach_what_is_private(server):
    with pytest.raises(requests.ConnectionError):
        session().post(f"http://127.0.0.1:{server.server_port}/")


def test_who_runs_the_server_may_open_a_private_name(settings, server):
    settings.PRIVATE_HOSTS = ["127.0.0.1"]

    answer = session().post(f"http://127.0.0.1:{server.server_port}/")

    assert answer.status_code == 307
