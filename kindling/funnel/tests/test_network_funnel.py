"""The same for a network: schools that share, in sums that point at nobody."""

from __future__ import annotations

import pytest
import time_machine

from kindling.funnel.actions import count_shared_ways
from kindling.funnel.models import SharedWays
from kindling.funnel.network import network_ways
from kindling.network.actions import put_hat, share_sums, stop_sharing
from kindling.network.models import NetworkRole
from kindling.network.rules import find_viewer
from kindling.placements.actions import withdraw_pursuit
from kindling.placements.tests.factories import make_asked
from kindling.schools.viewer import Viewer
from tests.cast import make_place, make_student

pytestmark = pytest.mark.django_db
PAGE = "/network/coast/funnel/"


def shares(cast, name="dana"):
    share_sums(by=cast.as_(name))
    put_hat(cast.network, cast.user("liam"), NetworkRole.COACH)


def fill(cast, number, grade="201", *, asks=0):
    """So many more students, of whom so many ask for a place and find it too far."""
    place = make_place(cast.school, f"Far Shop {grade}", "Helper", capacity=30)
    for n in range(number):
        student = make_student(cast.school, f"S{grade}{n} Test", grade, cast.jordan.birth_on)
        if n < asks:
            pursuit = make_asked(student, place)
            withdraw_pursuit(pursuit, why="travel", by=Viewer.of_person(student.person))


def seen(cast):
    return network_ways(find_viewer(cast.user("liam"), "coast"))


def test_sums_of_the_schools_that_share_and_of_no_other(cast, client_of):
    fill(cast, 20, asks=9)
    shares(cast)
    count_shared_ways()

    whole = seen(cast)

    assert [school.name for school in whole.schools] == ["Harbor View"]
    assert (whole.students, whole.sums["asked"], whole.sums["travel"]) == (23, 9, 9)
    assert whole.sums["finished"] == 0
    page = client_of("liam").get(PAGE).text
    assert ("Harbor View" in page, "Northgate" in page) == (True, False)
    assert "Test" not in page


def test_a_small_school_is_named_and_adds_to_nothing(cast):
    shares(cast)
    count_shared_ways()

    whole = seen(cast)

    assert [(school.name, school.row) for school in whole.schools] == [("Harbor View", None)]
    assert (whole.students, whole.grades) == (0, [])


def test_small_numbers_and_what_gives_them_away_stay_hidden(cast):
    fill(cast, 20, asks=5)
    shares(cast)
    count_shared_ways()

    whole = seen(cast)

    assert (whole.sums["asked"], whole.sums["travel"]) == (None, None)
    assert {row.label: row.counts[0] for row in whole.grades} == {
        "101": None, "201": None, "401": None,
    }  # fmt: skip


def test_when_a_school_stops_its_numbers_go(cast):
    fill(cast, 20)
    shares(cast)
    count_shared_ways()
    stop_sharing(by=cast.as_("dana"))

    assert seen(cast).schools == []
    count_shared_ways()
    assert SharedWays.objects.count() == 0


def test_counting_again_keeps_one_row(cast):
    fill(cast, 9)
    shares(cast)
    with time_machine.travel("2026-10-14T13:00:00Z"):
        count_shared_ways()
        count_shared_ways()

    assert SharedWays.objects.count() == 1


@pytest.mark.parametrize(("name", "status"), [("liam", 200), ("chen", 404), ("otto", 404)])
def test_only_who_works_for_the_network_reads_it(cast, client_of, name, status):
    shares(cast)
    count_shared_ways()

    assert client_of(name).get(PAGE).status_code == status


def test_the_school_reads_what_its_network_reads(cast, client_of):
    fill(cast, 9)
    shares(cast)

    assert "/harbor-view/funnel/" in client_of("dana").get("/harbor-view/network/").text
