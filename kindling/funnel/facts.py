"""What happened to each student, as columns of one statement. Counted, never shown one by one."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from kindling.attendance.models import Hours
from kindling.exploring.models import ShadowDay
from kindling.interests.models import Interest
from kindling.placements.models import Attempt, Placement, Pursuit
from kindling.schools.models import SchoolYear
from kindling.sites.models import Wish


def before() -> dict[str, Any]:
    """When they last were at an internship, and whether they are now."""
    mine = Placement.objects.filter(student=OuterRef("pk")).order_by()
    last = mine.values("student").annotate(last=Max("ends_on")).values("last")
    return {
        "last_on": Subquery(last),
        "running": Exists(mine.filter(state__in=Placement.RUNNING)),
    }


def within(year: SchoolYear) -> dict[str, Any]:
    """What happened in the year, in the order of a Way's fields."""
    first, last = year.starts_on, year.ends_on
    me = {"student": OuterRef("pk")}
    span = (first, last)
    hours = Hours.objects.filter(**me, term__year=year).order_by().values("student")
    pursuits = Pursuit.objects.filter(**me, created_at__date__range=span)
    started = Q(starts_on__range=span) | Q(starts_on__lt=first, state__in=Placement.RUNNING)
    over = (ShadowDay.State.HELD, ShadowDay.State.DECIDED)
    ended = Placement.objects.filter(**me, state=Placement.State.ENDED, ends_on__range=span)
    return {
        "minutes": Coalesce(Subquery(hours.annotate(n=Sum("confirmed")).values("n")), 0),
        "interest": Exists(
            Interest.objects.filter(**me, shared_on__isnull=False, ended_on__isnull=True)
        ),
        "wish": Exists(Wish.objects.filter(**me)),
        "asked": Exists(pursuits),
        "tried": Exists(
            Attempt.objects.filter(pursuit__student=OuterRef("pk"), at__date__range=span)
        ),
        "shadowed": Exists(ShadowDay.objects.filter(**me, state__in=over, on__range=span)),
        "started": Exists(Placement.objects.filter(started, **me)),
        "finished": Exists(ended),
    }


def lost_in(year: SchoolYear) -> dict[int, frozenset[str]]:
    """What stood in the way of places students asked for in the year, by their keys. One statement.

    Nobody has to say it: then there is nothing, and where the time ran out, that.
    """
    over = (Pursuit.State.DECLINED, Pursuit.State.WITHDRAWN, Pursuit.State.LAPSED)
    rows = Pursuit.objects.filter(
        school=year.school_id, state__in=over,
        created_at__date__range=(year.starts_on, year.ends_on),
    )  # fmt: skip
    found: dict[int, set[str]] = defaultdict(set)
    for student, why, state in rows.values_list("student", "ended_why", "state").distinct():
        reason = why or ("time" if state == Pursuit.State.LAPSED else "")
        found[student] |= {reason} - {""}
    return {student: frozenset(reasons) for student, reasons in found.items()}
