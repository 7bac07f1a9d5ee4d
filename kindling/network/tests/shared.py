"""Schools that share, filled by hand."""

from __future__ import annotations

from datetime import date

from kindling.network.models import NetworkHat, NetworkRole, Sharing
from kindling.roll.models import SchoolMonth
from kindling.schools.models import School

OCTOBER, SEPTEMBER = date(2026, 10, 1), date(2026, 9, 1)
HOME = "/network/coast/"


def share(school: School, *, students: int = 100, often: int = 12, **facts) -> Sharing:
    """The school shares, with so many students, of whom so many are away too often."""
    usual = {"since_on": SEPTEMBER, "year_from": date(2026, 8, 1), "students": students}
    return Sharing.objects.create(school=school, often=often, **(usual | facts))


def months(school: School, *, october: int, september: int, away: int = 0, minutes: int = 0):
    """So many present days in each month, so many away in October, minutes in each."""
    SchoolMonth.objects.create(
        school=school, month=OCTOBER, present=october, unexcused=away, minutes=minutes
    )
    SchoolMonth.objects.create(school=school, month=SEPTEMBER, present=september, minutes=minutes)


def hat(cast, name: str = "liam", role: str = NetworkRole.COACH, **facts) -> NetworkHat:
    usual = {"since_on": SEPTEMBER, "network": cast.network, "user": cast.user(name)}
    return NetworkHat.objects.create(role=role, **(usual | facts))
