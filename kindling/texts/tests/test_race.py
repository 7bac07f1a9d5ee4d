"""The gateway sends the same message twice at once, and two messages at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from kindling.attendance.models import Day, Entry
from kindling.attendance.tests.placed import make_placement
from kindling.texts.actions import Incoming, take_text
from kindling.texts.models import Text
from kindling.texts.tests.conftest import LUIS, give_phone

RUNNERS = 4


@pytest.mark.files
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("same", [True, False])
def test_it_counts_once(cast, same):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("a database in memory has one connection")
    make_placement(cast.luis, cast.clinic, cast.sam)
    give_phone(cast.luis.person, LUIS)
    start = Barrier(RUNNERS)

    def run(number: int) -> str:
        try:
            start.wait()
            return take_text(Incoming("SM0" if same else f"SM{number}", LUIS, "here"))
        finally:
            connection.close()

    with ThreadPoolExecutor(RUNNERS) as runners:
        told = list(runners.map(run, range(RUNNERS)))

    assert [one.startswith("Luis is checked in") for one in told] == [True] * RUNNERS
    assert not same or len(set(told)) == 1
    assert (Day.objects.count(), Entry.objects.count()) == (1, 1)
    assert Text.objects.count() == (1 if same else RUNNERS)
