"""What is due next, worked out on every write and by the clock, so that lists only read it."""

from __future__ import annotations

from django.db.models import Sum

from kindling.attendance.models import Hours
from kindling.incidents.models import Incident
from kindling.placements.models import Placement
from kindling.schools.models import School
from kindling.visits import rules
from kindling.visits.cadence import Rhythm, So, next_due
from kindling.visits.models import Cadence, Visit, VisitPolicy


def cadence_of(placement: Placement) -> Cadence:
    facts = {"school_id": placement.school_id, "student_id": placement.student_id}
    row, _made = Cadence.objects.get_or_create(placement=placement, defaults=facts)
    return row


def count_visit(visit: Visit) -> None:
    """One more of this internship. The caller says that it happened, once."""
    cadence = cadence_of(visit.placement)
    Cadence.objects.select_for_update().get(pk=cadence.pk)
    happened = Visit.objects.filter(placement=visit.placement, state__in=Visit.HAPPENED)
    facts = {"last_on": visit.on, "count": happened.count()}
    if cadence.last_on is None or visit.on is None or visit.on >= cadence.last_on:
        facts["minutes_at"] = _minutes([visit.placement_id]).get(visit.placement_id, 0)
    else:
        facts["last_on"] = cadence.last_on
    Cadence.objects.filter(pk=cadence.pk).update(**facts, due_on=None)
    work_out(visit.school, visit.placement)


def work_out(school: School, placement: Placement | None = None) -> None:
    """Make the rows that are missing, and write when each next visit is due. Five statements."""
    running = Placement.objects.filter(school=school, state__in=rules.VISITED)
    if placement is not None:
        running = running.filter(pk=placement.pk)
    known = set(Cadence.objects.filter(placement__in=running).values_list("placement", flat=True))
    Cadence.objects.bulk_create(
        [
            Cadence(school=school, placement_id=pk, student_id=student)
            for pk, student in running.values_list("pk", "student_id")
            if pk not in known
        ],
        ignore_conflicts=True,
    )
    rows = Cadence.objects.filter(placement__in=running).select_related("placement")
    _write_due(school, list(rows))


def _write_due(school: School, rows: list[Cadence]) -> None:
    rhythm, today = Rhythm.of(VisitPolicy.of(school)), school.today()
    minutes = _minutes([row.placement_id for row in rows]) if rhythm.every_hours else {}
    watched = set(
        Incident.objects.filter(school=school, doubles_visits=True).values_list(
            "placement", flat=True
        )
    )
    changed = []
    for row in rows:
        often = row.is_often or row.placement_id in watched
        so = _standing(row, minutes.get(row.placement_id, 0))
        due = next_due(rhythm.twice() if often else rhythm, so, today=today, was=row.due_on)
        if due != row.due_on:
            row.due_on = due
            changed.append(row)
    Cadence.objects.bulk_update(changed, ["due_on"], batch_size=200)


def _standing(row: Cadence, minutes: int) -> So:
    place = row.placement
    since = max(0, minutes - row.minutes_at)
    return So(place.starts_on, place.ends_on, row.last_on, row.count, since)


def _minutes(placements: list[int]) -> dict[int, int]:
    """Minutes of each internship so far, also those nobody confirmed yet."""
    rows = Hours.objects.filter(placement__in=placements).values_list("placement")
    told = rows.annotate(sure=Sum("confirmed"), open=Sum("waiting"))
    return {placement: (sure or 0) + (still or 0) for placement, sure, still in told}
