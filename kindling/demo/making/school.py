"""The network, its two schools, their year, terms and closures."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from kindling.schedule.models import Closure
from kindling.schools.beginning import begin
from kindling.schools.models import Network, School, SchoolYear, Term

WEEKS_BACK = 17  # four months of history


def make_network() -> tuple[School, School]:
    """Make Harbor View and Northgate."""
    network = Network.objects.create(name="Coast Network", slug="coast")
    return (
        make_school(network, "Harbor View", "harbor-view"),
        make_school(network, "Northgate", "northgate"),
    )


def make_school(network: Network, name: str, slug: str) -> School:
    school: School = School.objects.create(
        network=network,
        name=name,
        slug=slug,
        phone="(401) 555-0100",
        address="1 Harbor Street, Providence",
        latitude=41.8190,
        longitude=-71.4090,
        set_up_at=timezone.now(),
        term_target_minutes=120 * 60,
    )
    make_year(school)
    begin(school)
    return school


def first_day(school: School) -> date:
    """The Monday four months before the demo's day."""
    today = school.today()
    return today - timedelta(days=today.weekday()) - timedelta(weeks=WEEKS_BACK)


def make_year(school: School) -> None:
    """Three trimesters of thirteen weeks around today; a few Mondays and Fridays off."""
    first = first_day(school)
    last = first + timedelta(weeks=41, days=4)
    label = f"{first.year}-{(first.year + 1) % 100:02d}"
    year = SchoolYear.objects.create(school=school, label=label, starts_on=first, ends_on=last)
    for number in range(3):
        start = first + timedelta(weeks=number * 14)
        Term.objects.create(
            school=school,
            year=year,
            kind=Term.Kind.TRIMESTER,
            label=f"Trimester {number + 1}",
            starts_on=start,
            ends_on=start + timedelta(weeks=13, days=4),
        )
    off = [("Staff day", 4, 0, 0), ("Long weekend", 9, 4, 7), ("Spring break", 28, 0, 4)]
    for name, week, since, until in off:
        start = first + timedelta(weeks=week)
        Closure.objects.create(
            school=school,
            label=name,
            starts_on=start + timedelta(days=since),
            ends_on=start + timedelta(days=until),
        )
