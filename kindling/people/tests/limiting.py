"""Limits and birthdays, for the tests of every app."""

from __future__ import annotations

from datetime import date

from kindling.people.actions import connect, limit_guardian
from kindling.people.matters import Matter
from kindling.people.models import Connection, Limit
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from tests.cast import Cast, make_person


def tie_of(cast: Cast, adult: Person | None = None) -> Connection:
    """The open connection of Rosa, or of somebody else, with Luis."""
    return Connection.objects.get(student=cast.luis, adult=adult or cast.rosa, until_on=None)


def limited(cast: Cast, *matters: Matter, adult: Person | None = None, **facts) -> list[Limit]:
    """Priya writes down a court order."""
    usual = {"basis": Limit.Basis.COURT, "words": "Order 12/26", "until_on": None}
    return limit_guardian(tie_of(cast, adult), matters, by=cast.as_("priya"), **(usual | facts))


def second_household(cast: Cast) -> Person:
    """Hugo, Luis's father, who lives elsewhere."""
    hugo = make_person(cast.school, "Hugo Diaz", Role.GUARDIAN, phone="555 0177")
    connect(cast.luis, hugo, Role.GUARDIAN, by=Viewer.system(cast.school), relation="father")
    return hugo


def turns_18(cast: Cast) -> None:
    """Today is the birthday of Luis."""
    cast.luis.birth_on = date(2008, 10, 13)
    cast.luis.save(update_fields=["birth_on"])
