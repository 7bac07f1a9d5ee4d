"""The ZIP codes and parts of town from which a school's students may look."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.travel import rules
from kindling.travel.models import Start


@transaction.atomic
def set_starts(starts: Iterable[tuple[str, float, float]], *, by: Viewer) -> None:
    """Put this list of (name, latitude, longitude) in the place of the one before."""
    require(rules.may_keep_timetable(by))
    wanted = list(starts)
    School.objects.select_for_update().get(pk=by.school.pk)  # or two lists saved at once are mixed
    Start.objects.filter(school=by.school).delete()
    Start.objects.bulk_create(
        [
            Start(school=by.school, name=name, latitude=latitude, longitude=longitude)
            for name, latitude, longitude in wanted
        ]
    )
    record("start.set", by.school, by=by, count=len(wanted))
