"""Two administrators end each other at the same moment: one of them stays."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from kindling.kit.http import Refused
from kindling.office.actions.hats import end_hat
from kindling.schools.models import Membership
from kindling.schools.roles import Role
from tests.cast import FIRST_DAY

ROUNDS = 5


@pytest.mark.files
@pytest.mark.django_db(transaction=True)
def test_one_administrator_always_stays(cast):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("a database in memory has one connection")
    hats = [
        Membership.objects.create(
            school=cast.school, person=person, role=Role.ADMINISTRATOR, since_on=FIRST_DAY
        )
        for person in (cast.dana, cast.chen)
    ]
    viewers = [cast.as_("chen"), cast.as_("dana")]
    for _ in range(ROUNDS):
        Membership.objects.filter(role=Role.ADMINISTRATOR).update(until_on=None)
        start = Barrier(2)
        with ThreadPoolExecutor(2) as runners:
            ended = list(runners.map(run, hats, viewers, [start] * 2))

        assert sorted(ended) == [False, True]


def run(hat, by, start) -> bool:
    start.wait()
    try:
        end_hat(hat, by=by, until_on=date(2026, 10, 13))
    except Refused:
        return False
    finally:
        connection.close()
    return True
