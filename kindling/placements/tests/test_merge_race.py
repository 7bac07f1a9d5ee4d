"""Several merge the same two at once: one does, the others are told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from kindling.kit.http import Refused
from kindling.sites.actions import (
    merge,
    undo_merge,
)
from kindling.sites.models import (
    Kind,
    Merge,
)

RUNNERS = 4


@pytest.mark.files
@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_wins_and_the_other_is_told(cast, twin):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("a database in memory has one connection")
    start = Barrier(RUNNERS)
    ways = [(cast.clinic.site, twin), (twin, cast.clinic.site)] * 2
    with ThreadPoolExecutor(RUNNERS) as runners:
        won = list(runners.map(run, ways, [cast.as_("chen")] * RUNNERS, [start] * RUNNERS))

    assert sorted(won) == [False, False, False, True]
    assert Merge.objects.count() == 1
    undo_merge(Merge.objects.get(), by=cast.as_("chen"))


def run(way, by, start) -> bool:
    start.wait()
    try:
        merge(Kind.SITE, *way, by=by)
    except Refused:
        return False
    finally:
        connection.close()
    return True
