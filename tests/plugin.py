"""What every test run gets: no way out to the network, and databases that fit the form."""

# ruff: noqa: PLC0415  Django is configured after a plugin is read

import gc
import ipaddress
import logging
import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

_connect = socket.socket.connect

# How long an example takes says something about the machine, not about the school.
settings.register_profile("kindling", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kindling")

# What is loaded stays, and a test makes little garbage: looking for it took a tenth of every run.
gc.freeze()
gc.set_threshold(200_000, 50, 1_000)


class NetworkClosed(AssertionError):
    """A test tried to reach another machine."""


def _is_near(address: Any) -> bool:
    """Say whether this is a path of a Unix socket or an address of this machine."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    if host in {"localhost", ""}:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _connect_near(self: socket.socket, address: Any) -> None:
    if not _is_near(address):
        raise NetworkClosed(
            f"Tests reach nothing outside this machine, and this one tried {address}."
        )
    _connect(self, address)


@pytest.fixture(scope="session", autouse=True)
def _closed_network() -> Iterator[None]:
    socket.socket.connect = _connect_near  # type: ignore[method-assign]
    yield
    socket.socket.connect = _connect  # type: ignore[method-assign]


@pytest.fixture(scope="session", autouse=True)
def _quiet_refusals() -> None:
    """Thousands of expected 403s and 404s need no traceback each. A 500 still speaks."""
    logging.getLogger("django.request").setLevel(logging.ERROR)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A live server has its own threads: they need SQLite in a file. No test waits for a disk."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    options = database.setdefault("OPTIONS", {})
    if "init_command" in options:
        options["init_command"] = options["init_command"].replace("=FULL", "=OFF")
    is_live = os.environ.get("KINDLING_TEST_FORM") in {"browser", "pages"}
    if is_live and "sqlite" in database["ENGINE"]:
        folder = tmp_path_factory.mktemp("database")
        database.setdefault("TEST", {})["NAME"] = str(folder / "test.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def _static_files_when_asked() -> None:
    """Each client of a test starts the middleware, which would read the list of 900 files first."""
    from django.conf import settings

    if os.environ.get("KINDLING_TEST_FORM") not in {"browser", "pages"}:
        settings.WHITENOISE_AUTOREFRESH = True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever runs on PostgreSQL only says so by its mark, and is skipped elsewhere."""
    from django.conf import settings

    if settings.configured and "postgres" in settings.DATABASES["default"]["ENGINE"]:
        return
    for item in items:
        if item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.skip(reason="PostgreSQL only: ./go test --postgres"))
