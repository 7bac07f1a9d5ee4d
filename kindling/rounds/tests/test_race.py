"""The worker gives out places while the coordinator changes one by hand."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import time_machine
from django.db import connection

from kindling.kit.http import Refused
from kindling.placements.models import Pursuit
from kindling.rounds import actions
from kindling.rounds.models import Move, Outcome, Round
from kindling.rounds.tests.rounds import AFTER, make_open, put_list
from kindling.schools.viewer import Viewer

TIMES = 5


@pytest.fixture
def published(cast):
    one = make_open(cast, cast.shelter)
    put_list(cast, one, "maya", cast.shelter)
    with time_machine.travel(AFTER, tick=True):
        actions.close_round(one, by=cast.as_("chen"))
        actions.run_round(one, by=cast.as_("chen"))
    Round.objects.update(state=Round.State.PUBLISHED)  # the worker has not come yet
    return Round.objects.select_related("school").get()


@pytest.mark.files
@pytest.mark.django_db(transaction=True)
def test_who_was_moved_away_gets_no_place_from_the_worker(cast, published):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("a database in memory has one connection")
    for _ in range(TIMES):
        Move.objects.all().delete()
        Outcome.objects.update(pursuit=None)
        Pursuit.objects.filter(opportunity=cast.shelter).delete()
        cast.shelter.seats.update(is_taken=False)
        start = Barrier(2)
        with ThreadPoolExecutor(2) as runners:
            moved = runners.submit(move_away, cast, published, start)
            runners.submit(give_out, cast, published, start).result()
        assert moved.result()
        states = set(Pursuit.objects.filter(opportunity=cast.shelter).values_list("state"))
        assert states <= {("withdrawn",)}


def move_away(cast, one, start) -> bool:
    start.wait()
    try:
        actions.move_student(one, cast.maya, None, "Moved away.", by=cast.as_("chen"))
    except Refused:
        return False
    finally:
        connection.close()
    return True


def give_out(cast, one, start) -> None:
    start.wait()
    try:
        actions.award_places(one, by=Viewer.system(cast.school))
    finally:
        connection.close()
