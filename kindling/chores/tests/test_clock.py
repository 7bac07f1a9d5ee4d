"""Work by the clock: once, by one worker, and again after a failure."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kindling.chores import clockwork
from kindling.chores.clockwork import Registered, claim, run_due
from kindling.chores.models import Chore

pytestmark = pytest.mark.django_db


@pytest.fixture
def ran(monkeypatch):
    """An empty table with one chore that says when it ran."""
    ran = []
    monkeypatch.setattr(clockwork, "REGISTRY", {})
    clockwork.REGISTRY["ours"] = Registered("ours", timedelta(minutes=5), lambda: ran.append(1))
    return ran


def test_a_chore_runs_when_it_is_due_and_not_before(ran):
    now = timezone.now()

    assert run_due(now) == ["ours"]
    assert run_due(now + timedelta(minutes=4)) == []
    assert run_due(now + timedelta(minutes=5)) == ["ours"]
    assert len(ran) == 2


def test_missed_runs_are_caught_up_once(ran):
    now = timezone.now()
    run_due(now)

    run_due(now + timedelta(days=3))
    run_due(now + timedelta(days=3))

    assert len(ran) == 2


def test_of_two_workers_one_gets_it(ran):
    now = timezone.now()
    chore = clockwork.REGISTRY["ours"]

    assert [claim(chore, now), claim(chore, now)] == [True, False]


def test_one_that_fails_stops_no_other_and_says_why(ran):
    def fail():
        raise ValueError("no")

    clockwork.REGISTRY["bad"] = Registered("bad", timedelta(minutes=5), fail)

    assert sorted(run_due()) == ["bad", "ours"]
    assert Chore.objects.get(name="bad").error == "ValueError: no"
    assert Chore.objects.get(name="ours").error == ""


def test_looking_when_nothing_is_due_writes_nothing(ran, django_assert_num_queries):
    run_due()

    with django_assert_num_queries(1):
        assert run_due() == []
