"""A real browser, a real mail server: what the journeys and the tests of pages stand on.

`phone` and `desk` are pages of 390×844 with touch and 1366×900. Every page fails its test on a
console error (so on any breach of the content security policy) and on a request to another host.
"""

import os
import re
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.conf import settings as django_settings
from django.test import Client
from django_tasks_db.management.commands.db_worker import Worker

from kindling.chores import clockwork
from tests.installation import migrated_place, place, prepared_place  # noqa: F401 (fixtures)

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
]
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1366, "height": 900}}
# htmx swaps these two on purpose, and Chromium logs every 4xx that a script asked for.
EXPECTED = [re.compile(r"Failed to load resource: .* status of (409|422)")]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    return {**browser_type_launch_args, "executable_path": path, "args": CHROMIUM_FLAGS}


@pytest.fixture(scope="module")
def whole_browser(playwright: Any) -> Iterator[Any]:
    """Chromium with all it has: notifications. A module that needs it makes it its `browser`."""
    path = os.environ.get("WHOLE_CHROMIUM", "/usr/bin/chromium")
    browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_context_args,
        **DESK,
        "reduced_motion": "reduce",
        "locale": "en-US",
        "timezone_id": "America/New_York",
    }


def until(page: Any, script: str) -> None:
    """Wait until a script says true. `wait_for_function` evaluates in the page, which our policy refuses."""
    for _ in range(100):
        if page.evaluate(script):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"Not true within ten seconds: {script}")


@dataclass
class Guard:
    """Collects what no page may do. `allow(pattern)` lets one expected complaint pass."""

    home: str
    allowed: list[re.Pattern[str]] = field(default_factory=lambda: list(EXPECTED))
    complaints: list[str] = field(default_factory=list)

    def allow(self, pattern: str) -> None:
        self.allowed.append(re.compile(pattern))

    def complain(self, text: str) -> None:
        self.complaints.append(text)

    def watch(self, page: Any) -> Any:
        """Listen to a page, and refuse what it asks of other hosts."""
        page.on("console", self.read)
        page.on("pageerror", lambda error: self.complain(str(error)))
        page.route(self.is_foreign, self.refuse)
        return page

    def read(self, message: Any) -> None:
        if message.type == "error":
            self.complain(f"{message.text} ({message.location.get('url')})")

    def is_foreign(self, url: str) -> bool:
        return url.startswith(("http", "ws")) and not url.startswith(f"{self.home}/")

    def refuse(self, route: Any) -> None:
        self.complain(f"foreign request: {route.request.url}")
        route.abort()

    def left(self) -> list[str]:
        """Return the complaints that nobody allowed."""
        return [c for c in self.complaints if not any(a.search(c) for a in self.allowed)]


@pytest.fixture
def guard(live_server: Any) -> Iterator[Guard]:
    guard = Guard(live_server.url)
    yield guard
    left = guard.left()
    assert left == [], "\n".join(left)


@pytest.fixture
def open_page(
    browser: Any, browser_context_args: dict[str, Any], guard: Guard
) -> Iterator[Callable[..., Any]]:
    """Open a page in a context of its own: open_page(locale="es-US", java_script_enabled=False).

    Addresses are relative to the live server: page.goto("/harbor-view/").
    """
    contexts = []

    def open_page(**options: Any) -> Any:
        asked = {**browser_context_args, "base_url": guard.home, **options}
        contexts.append(browser.new_context(**asked))
        contexts[-1].set_default_timeout(10_000)
        return guard.watch(contexts[-1].new_page())

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def phone(open_page: Callable[..., Any]) -> Any:
    return open_page(**PHONE)


@pytest.fixture
def desk(open_page: Callable[..., Any]) -> Any:
    return open_page(**DESK)


@pytest.fixture
def sign_in(live_server: Any) -> Callable[[Any, Any], Any]:
    """Sign a person (or a user) in on a page: sign_in(phone, cast.maya). Returns the page."""

    def sign_in(page: Any, person: Any) -> Any:
        client = Client()
        someone = getattr(person, "person", person)  # a student is a person, too
        client.force_login(getattr(someone, "user", None) or someone)
        name = django_settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        page.context.add_cookies([cookie])
        return page

    return sign_in


@dataclass
class MailServer:
    """A real SMTP server on a free port of this machine, and what it received."""

    port: int
    messages: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        message = message_from_bytes(envelope.content, policy=policy.default)
        self.messages.append(message)  # type: ignore[arg-type]
        return "250 Taken"

    def to(self, address: str) -> list[EmailMessage]:
        """Return the mail sent to one address, oldest first."""
        return [message for message in self.messages if address in str(message["To"])]

    def link(self, address: str, path: str = "/p/") -> str:
        """Return the newest link in the mail to `address` whose path starts with `path`."""
        body = self.to(address)[-1].get_body(("plain", "html"))
        assert body is not None
        links = re.findall(rf"https?://[^/\s]+({re.escape(path)}[^\s\"<>]*)", body.get_content())
        return links[-1]


@pytest.fixture
def mail_server(settings: Any) -> Iterator[MailServer]:
    """Deliver mail for real, to a server that keeps it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        taken = MailServer(probe.getsockname()[1])
    controller = Controller(taken, hostname="127.0.0.1", port=taken.port)
    controller.start()
    backend = "django.core.mail.backends.smtp.EmailBackend"
    options = {"host": "127.0.0.1", "port": taken.port, "timeout": 5}
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}
    yield taken
    controller.stop()


@dataclass(frozen=True)
class Hand:
    """The background worker, called by hand, so that a journey knows when its work is done."""

    def drain(self) -> None:
        """Do every waiting task, and the tasks these make, until none is ready."""
        Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id="test",
            excluded_queue_names=[],
        ).run()

    def strike(self) -> None:
        """Do what is due by the clock, then the tasks it made."""
        clockwork.run_due()
        self.drain()


@pytest.fixture
def worker(settings: Any) -> Hand:
    """Queue tasks in the database as a real installation does; `worker.drain()` does them."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    return Hand()
