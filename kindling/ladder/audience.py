"""Who stands on which rung: read for all alarms together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from kindling.absences.audience import desk_people, people_with
from kindling.ladder.models import Alarm, Call
from kindling.ladder.rungs import Rung
from kindling.people.models import Connection
from kindling.schools.models import Person, School
from kindling.schools.roles import Role

Part = Call.Part
type Row = tuple[Alarm, str, Person]


def people_for(climbed: Sequence[tuple[Alarm, Rung]], school: School, on: date) -> list[Row]:
    """Return (alarm, as what, person) for every rung that was reached. At most six statements.

    Who has nobody on a rung is handed up: no office at all means the principal.
    """
    told: list[Row] = []
    reached = Rung.NONE
    for alarm, tell in climbed:
        reached |= tell
        if Rung.STUDENT in tell:
            told.append((alarm, Part.STUDENT, alarm.student.person))
        if Rung.GUIDES in tell:
            told.append((alarm, Part.MENTOR, alarm.placement.mentor))
    told += connected(climbed, Rung.GUIDES, Role.ADVISOR, Part.ADVISOR, on)
    told += connected(climbed, Rung.FAMILY, Role.GUARDIAN, Part.FAMILY, on)
    office = list(desk_people(school, on)) if Rung.OFFICE in reached else []
    heads: list[Person] = []
    if Rung.PRINCIPAL in reached or (Rung.OFFICE in reached and not office):
        heads = list(people_with(school, [Role.PRINCIPAL], on))
        heads = heads or list(people_with(school, [Role.ADMINISTRATOR], on))
    for alarm, tell in climbed:
        if Rung.OFFICE in tell:
            told += [(alarm, Part.OFFICE, person) for person in office or heads]
        if Rung.PRINCIPAL in tell:
            told += [(alarm, Part.PRINCIPAL, person) for person in heads]
    for _alarm, _part, person in told:
        person.school = school  # spares a statement for each
    return told


def connected(
    climbed: Sequence[tuple[Alarm, Rung]], rung: Rung, role: Role, part: Part, on: date
) -> list[Row]:
    """The adults who work with these students in this role on that day. One statement, or none."""
    alarms: dict[int, list[Alarm]] = defaultdict(list)
    for alarm, tell in climbed:
        if rung in tell:
            alarms[alarm.student_id].append(alarm)
    if not alarms:
        return []
    rows = Connection.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=on),
        student__in=alarms, role=role, since_on__lte=on, has_days=True, has_told=True,
    ).select_related("adult")  # fmt: skip
    return [(alarm, part, row.adult) for row in rows for alarm in alarms[row.student_id]]
