"""What every test may use: the cast, a stopped calendar, and tasks that must not fail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.tasks.signals import task_finished
from django.test import Client
from django.urls import set_script_prefix, set_urlconf
from django.utils import translation

from kindling.looks.keeping import book
from kindling.schools import world
from kindling.search import shelves
from kindling.travel import held
from tests.cast import NOW, Cast, put_cast

pytest_plugins = ["tests.plugin"]


@pytest.fixture(autouse=True)
def _calendar(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test runs on the same Tuesday; no test depends on today's date."""
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture(autouse=True)
def _clean_slate() -> Iterator[None]:
    """The school's prefix and the demo's mark must not leak from test to test."""
    world.forget()
    cache.clear()  # how often somebody tried
    shelves.forget()
    held.forget()
    book.forget()
    translation.activate("en")  # a page for Rosa was Spanish
    yield
    world.forget()
    set_script_prefix("/")
    set_urlconf(None)


@pytest.fixture(autouse=True)
def _tasks_must_not_fail() -> Iterator[None]:
    """ImmediateBackend swallows what a task raises; a test must not."""
    failed: list[Any] = []

    def keep(sender: Any, task_result: Any, **kwargs: Any) -> None:
        failed.extend(task_result.errors)

    task_finished.connect(keep)
    yield
    task_finished.disconnect(keep)
    assert not failed, failed[0].traceback


@pytest.fixture
def cast(db: None) -> Cast:
    """Harbor View and its people; Otto at Northgate."""
    return put_cast()


@pytest.fixture
def client_of(cast: Cast, client: Client):
    """`client_of("ana")` returns the client with Ana signed in."""

    def _client_of(name: str) -> Client:
        client.logout()
        client.force_login(cast.user(name), backend="kindling.accounts.backends.Backend")
        return client

    return _client_of
