"""Many at once for one seat: one gets it, everyone else is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from kindling.kit.http import Refused
from kindling.sites.actions import free_seat, take_seat
from kindling.sites.models import Seat

RUNNERS, ROUNDS = 4, 5


@pytest.mark.files
@pytest.mark.django_db(transaction=True)
def test_one_wins_and_the_others_are_told(cast):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("a database in memory has one connection")
    by = cast.as_("chen")
    for _ in range(ROUNDS):
        start = Barrier(RUNNERS)
        with ThreadPoolExecutor(RUNNERS) as runners:
            won = list(runners.map(run, [cast.clinic] * RUNNERS, [by] * RUNNERS, [start] * RUNNERS))

        assert sorted(won) == [False, False, False, True]
        free_seat(Seat.objects.get(opportunity=cast.clinic), by=by)


def run(place, by, start) -> bool:
    start.wait()
    try:
        take_seat(place, by=by)
    except Refused:
        return False
    finally:
        connection.close()
    return True
