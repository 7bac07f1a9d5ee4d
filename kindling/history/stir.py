"""Whether anything happened at a school lately, for one tiny statement."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, QuerySet

from kindling.history.models import Event
from kindling.kit.prepared import prepared
from kindling.schools.models import School

LATE = timedelta(minutes=1)  # a slow action commits this long after it looked at the clock


@prepared
def _happened(school: int, since: datetime) -> QuerySet[Any]:
    events = Event.objects.filter(school=school, at__gte=since).order_by()
    return events.values("school").annotate(n=Count("pk")).values_list("n")


def stir(school: School) -> str:
    """Return a text that changes with the minute and with every action. One statement.

    What it counts began a minute before this one: an action that commits after a later one is
    seen all the same, as it would not be by its number.
    """
    now = school.now()
    minute = now.replace(second=0, microsecond=0)
    rows = _happened(school=school.pk, since=minute - LATE)
    return f"{minute:%Y%m%d%H%M}.{rows[0][0] if rows else 0}"
