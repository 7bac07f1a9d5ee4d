"""How often all schools of a network together may ask one person."""

from __future__ import annotations

import pytest

from kindling.accounts.models import AccountEvent
from kindling.network.tests.shared import HOME, hat
from kindling.notices.actions import spend_asks
from kindling.notices.asking import limit_of
from kindling.schools.models import Network, Person, School
from kindling.schools.viewer import Viewer

PAGE = HOME + "budget/"


def test_an_administrator_sets_it(cast, client_of):
    hat(cast, role="administrator")

    answer = client_of("liam").post(PAGE, {"asks": "5"})

    told = AccountEvent.objects.get(verb="network.set_budget").detail
    assert (answer.status_code, Network.objects.get().asks_per_month) == (302, 5)
    assert told == {"network": "coast", "was": 12, "now": 5}


@pytest.mark.parametrize("asks", ["0", "61", "often"])
def test_a_number_that_is_none_is_refused(cast, client_of, asks):
    hat(cast, role="administrator")

    assert client_of("liam").post(PAGE, {"asks": asks}).status_code == 422
    assert Network.objects.get().asks_per_month == 12


def test_a_coach_may_not(cast, client_of):
    hat(cast)

    assert client_of("liam").post(PAGE, {"asks": "5"}).status_code == 403


def test_the_lower_number_holds(cast):
    Network.objects.update(asks_per_month=2)
    assert limit_of(School.objects.get(pk=cast.school.pk)) == 2

    School.objects.update(asks_per_month=1)
    assert limit_of(School.objects.get(pk=cast.school.pk)) == 1


def test_the_networks_number_stops_both_schools(cast):
    Network.objects.update(asks_per_month=1)
    Person.objects.filter(pk__in=[cast.sam.pk, cast.otto.pk]).update(email="sam@example.org")
    here, there = (Person.objects.get(pk=one.pk) for one in (cast.sam, cast.otto))

    assert spend_asks([here], by=Viewer.system(here.school)) == [here]
    assert spend_asks([there], by=Viewer.system(there.school)) == []
