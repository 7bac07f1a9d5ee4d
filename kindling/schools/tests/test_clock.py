"""The clock: real people's stands under nobody's hand; the demo's and the tests' may be set."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kindling.kit import clock
from kindling.schools import world
from kindling.schools.models import Installation, Network, School


@pytest.fixture
def school(db) -> School:
    network = Network.objects.create(name="Coast", slug="coast")
    return School.objects.create(network=network, name="Bay", slug="bay")


def test_the_day_is_the_school_s_and_not_the_server_s(school, monkeypatch):
    monkeypatch.setenv("KINDLING_NOW", "2026-10-14T02:00:00Z")
    monkeypatch.setenv("KINDLING_FREEZE", "1")

    assert school.today() == date(2026, 10, 13)  # ten in the evening in New York


def test_a_stopped_clock_stands_still(school, monkeypatch):
    monkeypatch.setenv("KINDLING_NOW", "2026-10-13T13:00:00Z")
    monkeypatch.setenv("KINDLING_FREEZE", "1")

    assert school.now() == school.now()


def test_a_clock_that_was_set_runs_on(school, monkeypatch):
    monkeypatch.setenv("KINDLING_NOW", "2027-01-05T14:00:00Z")

    first = school.now()

    assert first.date() == date(2027, 1, 5)
    assert timedelta() <= school.now() - first < timedelta(seconds=30)


def test_where_real_people_rely_on_it_the_clock_cannot_be_set(school, monkeypatch, settings):
    Installation.objects.create(is_demo=False)
    settings.TESTING = False
    monkeypatch.setenv("KINDLING_NOW", "2026-10-13T13:00:00Z")

    with pytest.raises(clock.ClockRefused, match="in the demo only"):
        world.moment()


@pytest.mark.parametrize(
    ("real", "shown"),
    [
        ("2026-11-21T23:00:00Z", date(2026, 11, 19)),  # a Saturday shows the Thursday before
        ("2026-11-23T15:00:00Z", date(2026, 11, 19)),  # a Monday too
        ("2026-11-24T15:00:00Z", date(2026, 11, 24)),  # a Tuesday shows itself
    ],
)
def test_the_demo_shows_the_latest_internship_day(school, monkeypatch, real, shown):
    Installation.objects.create(is_demo=True)
    monkeypatch.setenv("KINDLING_NOW", real)

    assert school.today() == shown
