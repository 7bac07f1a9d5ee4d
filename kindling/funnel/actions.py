"""What the clock counts for a network: nothing of it is read on a page's time."""

from __future__ import annotations

from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.funnel.models import SharedWays
from kindling.funnel.reading import ways_of
from kindling.funnel.ways import grouped, tally_of, waits_of
from kindling.network.rules import open_sharings
from kindling.schools.models import School
from kindling.schools.queries import year_named
from kindling.schools.viewer import Viewer


@every(minutes=20)
def count_shared_ways() -> None:
    """Count the ways of every school that shows its network its sums; what is shown no more goes."""
    shared = [one.school for one in open_sharings().order_by("pk")]
    SharedWays.objects.exclude(school__in=[school.pk for school in shared]).delete()
    for school in shared:
        _count_ways(school)


def _count_ways(school: School) -> None:
    """Count one school's year as it is now."""
    year = year_named(school)
    if year is None:
        SharedWays.objects.filter(school=school).delete()
        return
    ways = ways_of(Viewer.system(school), year)
    facts = {
        "year": year,
        "students": len(ways),
        "tally": dict(tally_of(ways)),
        "grades": {grade: dict(tally_of(some)) for grade, some in grouped(ways, "grade").items()},
        "weeks": waits_of(ways, school.today()).weeks,
        "counted_at": timezone.now(),
    }
    SharedWays.objects.update_or_create(school=school, defaults=facts)
