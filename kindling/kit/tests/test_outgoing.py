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
        self.server.seen = (self.path, dict(self.headers))
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


@pytest.mark.parametrize(
    "host",
    [
        "0177.0.0.1",
        "0x7f.0.0.1",
        "017700000001",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "127.0.0.1.",
        "push.example@127.0.0.1",
        "push.example%2f@127.0.0.1",
        "user:word@localhost",
        "LOCALHOST",
        "①②⑦.0.0.1",
    ],
)
def test_no_way_to_write_an_address_leads_home(server, host):
    with pytest.raises(requests.RequestException):
        session(own=["push.example"]).post(f"http://{host}:{server.server_port}/")
    assert not hasattr(server, "seen")


def test_a_name_that_changes_between_two_looks_is_looked_up_once(monkeypatch, server):
    """DNS rebinding: public when it is judged, private when it is dialled."""
    answers = iter(["93.184.215.14", "127.0.0.1"])
    dialled = []

    def answer(host, port, **_kind):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    def connect(_line, where):
        dialled.append(where)
        raise OSError

    monkeypatch.setattr(outgoing.socket, "getaddrinfo", answer)
    monkeypatch.setattr(outgoing.socket.socket, "connect", connect)
    with pytest.raises(requests.ConnectionError):
        session().post(f"http://twice.example:{server.server_port}/")

    assert dialled == [("93.184.215.14", server.server_port)]


def test_proxy_and_netrc_of_the_machine_are_not_asked(monkeypatch, tmp_path, server):
    rest = tmp_path / "netrc"
    rest.write_text("machine 127.0.0.1 login ours password secret")
    monkeypatch.setenv("NETRC", str(rest))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")

    answer = session(own=["127.0.0.1"]).post(f"http://127.0.0.1:{server.server_port}/straight")

    path, headers = server.seen
    assert (answer.status_code, path) == (307, "/straight")
    assert "Authorization" not in headers


def test_a_proxy_of_the_settings_is_asked(settings, server):
    settings.OUTGOING_PROXY = f"http://127.0.0.1:{server.server_port}"

    session().post("http://push.example/there")

    assert server.seen[0] == "http://push.example/there"
