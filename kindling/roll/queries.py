"""What the pages of the roll show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, FilteredRelation, Q
from django.utils.translation import gettext as _

from kindling.kit.addresses import url
from kindling.kit.waits import HoldsUp, Wait, since_day
from kindling.roll.models import Correction, Mark
from kindling.roll.roster import Roll
from kindling.roll.rules import visible_corrections, visible_rolls
from kindling.schedule.queries.days import is_school_day
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Advised:
    """An advisory in the list of rolls: how many sit in it, how many have a mark."""

    public_id: str
    name: str
    size: int
    said: int
    typed: int  # of them by a person

    @property
    def is_taken(self) -> bool:
        return self.typed > 0 or (self.size > 0 and self.said == self.size)


def rolls_on(viewer: Viewer, on: date) -> list[Advised]:
    """Return the advisories whose roll one may open, and how far each is. One statement."""
    held = Q(seats__until_on__isnull=True) | Q(seats__until_on__gte=on)
    seated = held & Q(seats__since_on__lte=on)
    rows: Any = visible_rolls(viewer).filter(Q(ended_on__isnull=True) | Q(ended_on__gte=on))
    rows = rows.annotate(
        mark=FilteredRelation("seats__student__marks", condition=Q(seats__student__marks__on=on))
    )
    counted = rows.order_by("name", "pk").annotate(
        size=Count("seats", filter=seated, distinct=True),
        said=Count("seats", filter=seated & Q(mark__code__isnull=False), distinct=True),
        typed=Count(
            "seats",
            filter=seated & Q(mark__code__isnull=False) & ~Q(mark__method=Mark.FROM_DAY),
            distinct=True,
        ),
    )
    return [
        Advised(*facts)
        for facts in counted.values_list("public_id", "name", "size", "said", "typed")
    ]


def corrections_of(viewer: Viewer, roll: Roll) -> list[Correction]:
    """Return what was changed on this roll, first to last; asked only when a row says so."""
    if not any(row.changed for row in roll.rows):
        return []
    students = [row.student_id for row in roll.rows if row.changed]
    found = visible_corrections(viewer).filter(on=roll.on, student__in=students)
    return list(found.select_related("student__person", "by").order_by("at", "pk"))


def waits(viewer: Viewer) -> list[Wait]:
    """Today's roll of one's own advisory, until it is taken. One statement, four while it waits."""
    if viewer.purpose or not viewer.is_a(Role.ADVISOR) or viewer.is_leader:
        return []
    today = viewer.school.today()
    left = [one for one in rolls_on(viewer, today) if one.size and not one.is_taken]
    if not left or not is_school_day(viewer.school, today):
        return []
    return [
        Wait(
            key=f"roll.take:{one.public_id}-{today}", icon="list-checks",
            url=url("roll:roll", one.public_id, today.isoformat()),
            say=_("Take the roll of %(name)s.") % {"name": one.name},
            holds_up=HoldsUp.STAFF, since=since_day(today, viewer.school.zone),
        )
        for one in left
    ]  # fmt: skip
