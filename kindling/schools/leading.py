"""Who of a school looks at what nobody could place."""

from __future__ import annotations

from django.db.models import Q

from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import Role


def who_places(school: School) -> list[Person]:
    """The coordinators of today, else the principals."""
    today = school.today()
    worn = Membership.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=today), school=school, since_on__lte=today
    )
    for role in (Role.COORDINATOR, Role.PRINCIPAL):
        people = Person.objects.filter(pk__in=worn.filter(role=role).values("person"))
        if found := list(people.order_by("pk")):
            return found
    return []
