"""Both schools show their network their sums, and Liam reads them."""

from __future__ import annotations

from kindling.funnel.actions import count_shared_ways
from kindling.network.actions import put_hat
from kindling.network.counting import count_of
from kindling.network.models import NetworkRole, Sharing
from kindling.schools.models import Network, Person, School


def make_sharing(*schools: School) -> None:
    """The schools share since their first day; Northgate is too small to show more than its name."""
    for school in schools:
        facts = count_of(school)
        Sharing.objects.create(school=school, since_on=school.years.get().starts_on, **facts)
    count_shared_ways()


def make_office(network: Network) -> None:
    """Liam coaches the network and sets its care budget."""
    liam = Person.objects.select_related("user").get(school__network=network, name="Liam Frost")
    if liam.user:
        for role in NetworkRole:
            put_hat(network, liam.user, role)
