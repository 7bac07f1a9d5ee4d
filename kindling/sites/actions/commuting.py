"""Work out from the timetable how long it takes to each place, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet
from django.tasks import task

from kindling.chores.clockwork import every
from kindling.schools.models import School
from kindling.sites.models import Commute, Opportunity
from kindling.travel.along import when_changed

if TYPE_CHECKING:
    from kindling.travel.scan import Way
    from kindling.travel.ways import Ways

AT_ONCE = 2000
MADE_OF = ("site__latitude", "site__longitude", "starts_at", "ends_at", "days")


def _unknown(school: School) -> QuerySet[Opportunity]:
    """Places whose way can be worked out and is not."""
    places: QuerySet[Opportunity] = Opportunity.objects.filter(
        school=school,
        commute=None,
        site__latitude__isnull=False,
        site__longitude__isnull=False,
        starts_at__isnull=False,
        ends_at__isnull=False,
    )
    return places.exclude(days="").select_related("site").order_by("pk")


def _made_of(school: School, feed: int, facts: list[object]) -> str:
    """Where from, where to and when, by which timetable, so that a change of any is noticed."""
    return " ".join(map(str, (feed, school.latitude, school.longitude, *facts)))


@task
def work_out_commutes(school_id: int) -> int:
    """Work out what is missing; return how many places there were. Safe to run twice."""
    school = School.objects.get(pk=school_id)
    if None in (school.timetable_until, school.latitude, school.longitude):
        return 0
    from kindling.sites.journeys import place_of  # noqa: PLC0415  numpy, in the worker alone
    from kindling.travel.held import days_of, number_of  # noqa: PLC0415
    from kindling.travel.ways import ways_between  # noqa: PLC0415

    feed, days, done = number_of(school), days_of(school), 0
    here = (school.latitude or 0.0, school.longitude or 0.0)
    while days and (places := list(_unknown(school)[:AT_ONCE])):
        found = ways_between(days, here, [place_of(place) for place in places])
        rows = [_row(school, feed, place, ways) for place, ways in zip(places, found, strict=True)]
        with transaction.atomic():
            Commute.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
        done += len(places)
    return done


def _row(school: School, feed: int, place: Opportunity, ways: Ways) -> Commute:
    where = (place.site.latitude, place.site.longitude)
    return Commute(
        school=school,
        opportunity=place,
        made_of=_made_of(school, feed, [*where, place.starts_at, place.ends_at, place.days]),
        days=",".join(map(str, ways.days)),
        **_facts(ways.there, "minutes", "leave_at", "arrive_at"),
        **_facts(ways.home, "home_minutes", "home_leave_at", "home_at"),
    )


def _facts(way: Way | None, *names: str) -> dict[str, object]:
    from kindling.travel.ways import clocks  # noqa: PLC0415

    if way is None:
        return {}
    values = (way.minutes, *clocks(way))
    return dict(zip(names, values, strict=True))


@every(minutes=1)
def work_out_new_commutes() -> None:
    """Places that were added, or whose hours or address changed. One statement without a timetable."""
    for school in School.objects.filter(timetable_until__isnull=False):
        if _unknown(school).exists():
            work_out_commutes.enqueue(school.pk)


@every(minutes=5)
def drop_stale_commutes() -> None:
    """Whoever moved a place, its hours or the school, by whichever way: they are worked out again."""
    from kindling.travel.held import number_of  # noqa: PLC0415

    facts = [f"opportunity__{name}" for name in MADE_OF]
    for school in School.objects.filter(timetable_until__isnull=False):
        rows = Commute.objects.filter(school=school).values_list("pk", "made_of", *facts)
        feed = number_of(school)
        stale = [pk for pk, was, *now in rows.iterator() if was != _made_of(school, feed, now)]
        for start in range(0, len(stale), AT_ONCE):
            Commute.objects.filter(pk__in=stale[start : start + AT_ONCE]).delete()


def _begin_anew(school: School) -> None:
    """Another timetable, or none: what was worked out is not true any more."""
    Commute.objects.filter(school=school).delete()
    if school.timetable_until is not None:
        work_out_commutes.enqueue(school.pk)


when_changed(_begin_anew)
