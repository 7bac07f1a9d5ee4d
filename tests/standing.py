"""One school for all tests of a module, where making it anew for each would cost more than the test.

For tests that only look. They mark `django_db`, so that there is a database at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction

from kindling.schools import world
from tests.cast import NOW, Cast, put_cast
from tests.matrix_subjects import Subjects

BEFORE = datetime.fromisoformat(NOW) - timedelta(minutes=1)  # nothing is made after a test begins


@dataclass(frozen=True)
class Standing:
    """The cast, and a thing of theirs for every address."""

    cast: Cast
    subjects: Subjects


def build(more: Callable[[Cast], Any] | None = None) -> Standing:
    """Make the school a minute before any test begins."""
    with time_machine.travel(BEFORE, tick=True):
        world.forget()
        cast = put_cast()
        made = Standing(cast, Subjects(cast))
        if more:
            more(cast)
        cache.clear()
        return made


def committed(blocker: Any, more: Callable[[Cast], Any] | None = None) -> Iterator[Standing]:
    """Keep it where a live server's threads see it; empty the database at the end."""
    with blocker.unblock():
        yield build(more)
        call_command("flush", verbosity=0, interactive=False)


def taken_back(blocker: Any) -> Iterator[Standing]:
    """Keep it in one transaction that is never committed: for tests without a live server."""
    with blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture
def _django_db_helper(standing: Standing) -> None:
    """Import it into a module to take pytest-django's place: no emptying between two tests."""
