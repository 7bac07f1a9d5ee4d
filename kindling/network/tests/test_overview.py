"""The network in numbers, and who reads them."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from kindling.accounts.models import User
from kindling.network.models import NetworkHat
from kindling.network.queries import Span, overview
from kindling.network.rules import find_viewer
from kindling.network.tests.shared import HOME, OCTOBER, hat, months, share
from kindling.roll.models import SchoolMonth
from kindling.schools.models import Network, School


@pytest.fixture
def two(cast):
    """Harbor View and Northgate share; Liam coaches the network."""
    hat(cast)
    share(cast.school, waiting_month=60, waiting_year=120)
    share(cast.north, silent_from=date(2026, 10, 7))
    months(cast.school, october=90, september=180, away=10, minutes=600)
    months(cast.north, october=40, september=80)
    return cast


def seen(cast, **asked):
    viewer = find_viewer(cast.user("liam"), "coast")
    return overview(viewer, **asked)


def names(cast, **asked):
    return [row.name for row in seen(cast, **asked).rows]


def test_sums_of_this_month_and_this_year_by_school(two):
    SchoolMonth.objects.create(school=two.school, month=date(2026, 7, 1), present=999)

    harbor, north = seen(two).rows

    assert (harbor.month, harbor.year) == (Span(100, 90, 540, 60), Span(280, 270, 1080, 120))
    assert (north.month, north.year) == (Span(40, 40, 0, 0), Span(120, 120, 0, 0))
    assert (harbor.month.rate, harbor.often_shown, harbor.silent_from) == (90.0, 12, None)


def test_an_addition_counts_before_the_clock_folds_it(two):
    SchoolMonth.objects.add(two.school.pk, {OCTOBER: {"late": 1}})

    assert seen(two).rows[0].month.present == 91


def test_the_lowest_presence_first_or_who_is_silent_longest(two):
    assert names(two) == ["Harbor View", "Northgate"]
    assert names(two, sort="month") == ["Harbor View", "Northgate"]
    assert names(two, sort="silent") == ["Northgate", "Harbor View"]
    assert names(two, words="north") == ["Northgate"]


def test_fewer_than_eight_are_hidden_and_cannot_be_worked_out(two):
    third = School.objects.create(network=two.network, name="Third", slug="third")
    share(third, often=7)
    assert (seen(two).rows[2].often_shown, seen(two).often) == (None, None)

    share(School.objects.create(network=two.network, name="Z", slug="z"), often=4)

    assert seen(two).often == 12 + 12 + 7 + 4


def test_a_school_of_seven_shows_its_name_only(two, client_of):
    tiny = School.objects.create(network=two.network, name="Tiny", slug="tiny")
    share(tiny, students=7, often=0, silent_from=date(2026, 10, 5))
    months(tiny, october=1234, september=1)

    whole = seen(two, sort="month")
    shown = client_of("liam").get(HOME).content.decode()

    assert [row.name for row in whole.rows][-1] == "Tiny"
    assert (names(two, sort="silent")[0], whole.silent) == ("Northgate", 1)
    assert "Silent since Mon" not in shown
    assert (whole.month.expected, "1234" in shown, "Tiny" in shown) == (140, False, True)


def test_a_school_that_does_not_share_is_counted_and_not_named(two, client_of):
    School.objects.create(network=two.network, name="Quiet", slug="quiet", set_up_at=timezone.now())

    shown = client_of("liam").get(HOME).content.decode()

    assert ("Quiet" in shown, "1 school of this network does not share" in shown) == (False, True)


def test_no_student_and_no_school_of_another_network_is_on_it(two, client_of):
    other = Network.objects.create(name="Far", slug="far")
    share(School.objects.create(network=other, name="Faraway", slug="faraway"))

    shown = client_of("liam").get(HOME).content.decode()

    assert [word for word in ("Faraway", "Maya", "Jordan", "Luis", "Diaz") if word in shown] == []


@pytest.mark.parametrize("name", ["otto", "dana", "chen", "ana", "luis", "rosa"])
def test_people_of_its_schools_find_nothing(two, client_of, name):
    assert client_of(name).get(HOME).status_code == 404


def test_somebody_of_another_network_finds_nothing(two, client):
    other = Network.objects.create(name="Far", slug="far")
    stranger = User.objects.create_user("far", "far@example.org")
    NetworkHat.objects.create(
        network=other, user=stranger, role="administrator", since_on=date(2026, 1, 1)
    )
    client.force_login(stranger, backend="kindling.accounts.backends.Backend")

    assert [client.get(p).status_code for p in (HOME, "/network/far/")] == [404, 200]
    assert client.get("/harbor-view/").status_code == 404


def test_a_hat_holds_from_its_first_to_its_last_day(cast, client_of):
    worn = hat(cast, since_on=date(2026, 10, 14))
    client = client_of("liam")
    assert client.get(HOME).status_code == 404

    NetworkHat.objects.filter(pk=worn.pk).update(since_on="2026-09-01", until_on="2026-10-13")
    assert client.get(HOME).status_code == 200
    NetworkHat.objects.filter(pk=worn.pk).update(until_on="2026-10-12")
    assert client.get(HOME).status_code == 404


def test_five_statements_for_two_schools_and_for_sixty(two, client_of, django_assert_num_queries):
    client = client_of("liam")
    client.get(HOME)
    with django_assert_num_queries(5):  # session, language, hats, sums, schools
        client.get(HOME)

    for n in range(58):
        share(School.objects.create(network=two.network, name=f"S{n:02}", slug=f"s{n:02}"))

    with django_assert_num_queries(5):
        shown = client.get(HOME + "?sort=month").content.decode()
    assert (shown.count('scope="row"'), "Page 1 of 2" in shown) == (50, True)


def test_who_belongs_to_no_school_goes_straight_there(cast, client):
    user = User.objects.create_user("office", "office@example.org")
    NetworkHat.objects.create(
        network=cast.network, user=user, role="coach", since_on=date(2026, 9, 1)
    )
    client.force_login(user, backend="kindling.accounts.backends.Backend")

    assert client.get("/").url == HOME
    assert "Coast Network" in client.get("/you/").content.decode()


def test_a_coach_finds_the_way_from_the_schools_page(two, client_of):
    assert HOME in client_of("liam").get("/harbor-view/").content.decode()
