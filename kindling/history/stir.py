"""Whether anything happened at a school lately, for one tiny statement: the ETag of live pages."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import translation

from kindling.history.models import Event
from kindling.kit.prepared import prepared
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

LATE = timedelta(minutes=1)  # a slow action commits this long after it looked at the clock


@prepared
def _happened(school: int, since: datetime) -> QuerySet[Any]:
    events = Event.objects.filter(school=school, at__gte=since).order_by()
    return events.values("school").annotate(n=Count("pk")).values_list("n")


def minute_of(school: School) -> datetime:
    """Return the minute it is at the school."""
    return school.now().replace(second=0, microsecond=0)


def stir(school: School) -> str:
    """Return a text that changes with the minute and with every action. One statement.

    What it counts began a minute before this one: an action that commits after a later one is
    seen all the same, as it would not be by its number.
    """
    minute = minute_of(school)
    rows = _happened(school=school.pk, since=minute - LATE)
    return f"{minute:%Y%m%d%H%M}.{rows[0][0] if rows else 0}"


def stamp_of(viewer: Viewer, *asked: str) -> str:
    """Return the ETag of what this viewer asked for, another one as soon as it could look different.

    Every action leaves an event, so the number of events is enough; the minute is in it because
    lateness follows the clock. One statement.
    """
    roles = ",".join(sorted(viewer.roles))
    facts = (stir(viewer.school), str(viewer.person_id), roles, *asked)
    facts = (*facts, translation.get_language() or "")
    digest = blake2b("|".join(facts).encode(), digest_size=9).hexdigest()
    return f'"{digest}"'
