"""What the school's tables say today, loaded with a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from kindling.advisory.models import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.exchange.models import Import, ImportedChange
from kindling.kit.text import plain
from kindling.people.models import Connection, Student
from kindling.schools.models import Membership, Person, School


@dataclass
class Known:
    """Rows by what they tie together; people and advisories by their public ids.

    Only what holds today or later is here, but every person, student and advisory.
    """

    school: School
    today: date
    people: dict[str, Person] = field(default_factory=dict)
    by_source: dict[str, Person] = field(default_factory=dict)
    hats: dict[tuple[str, str], Membership] = field(default_factory=dict)
    students: dict[str, Student] = field(default_factory=dict)
    advisories: dict[str, Advisory] = field(default_factory=dict)
    seats: dict[str, AdvisoryStudent] = field(default_factory=dict)
    leads: dict[tuple[str, str], AdvisoryAdvisor] = field(default_factory=dict)
    connections: dict[tuple[str, str, str], Connection] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)  # public ids of rows that an import added

    def by_name(self) -> dict[str, list[Person]]:
        """People by their names without accents and capitals, preferred and official."""
        found: dict[str, list[Person]] = defaultdict(list)
        for person in self.people.values():
            official = plain(f"{person.given_name} {person.family_name}")
            for name in {plain(person.name), official}:
                found[name].append(person)
        return found

    def is_gone(self, day: date | None) -> bool:
        return day is not None and day < self.today


def load_known(school: School) -> Known:
    """Read nine tables, each once."""
    known = Known(school, school.today())
    people = list(Person.objects.filter(school=school))
    known.people = {person.public_id: person for person in people}
    known.by_source = {person.source_id: person for person in people if person.source_id}
    by_pk = {person.pk: person for person in people}
    for hat in _open(Membership.objects.filter(school=school), known.today):
        hat.person = by_pk[hat.person_id]
        known.hats[hat.person.public_id, hat.role] = hat
    _load_students(known, by_pk)
    _load_advisories(known, by_pk)
    begun = ImportedChange.objects.filter(school=school, parent__state=Import.State.APPLIED)
    begun = begun.filter(what__in=[ImportedChange.What.ADDED, ImportedChange.What.REOPENED])
    known.begun = set(begun.values_list("subject_id", flat=True))
    return known


def _load_students(known: Known, by_pk: dict[int, Person]) -> None:
    students: dict[int, Student] = {}
    for student in Student.objects.filter(school=known.school):
        student.person = by_pk[student.person_id]
        students[student.pk] = student
        known.students[student.person.public_id] = student
    lasting = Connection.objects.filter(school=known.school, is_substitute=False)
    for connection in _open(lasting, known.today):
        connection.student = students[connection.student_id]
        connection.adult = by_pk[connection.adult_id]
        key = (
            connection.student.person.public_id,
            connection.adult.public_id,
            connection.role,
        )
        known.connections[key] = connection


def _load_advisories(known: Known, by_pk: dict[int, Person]) -> None:
    advisories = {a.pk: a for a in Advisory.objects.filter(school=known.school)}
    known.advisories = {advisory.public_id: advisory for advisory in advisories.values()}
    students = {student.pk: student for student in known.students.values()}
    for seat in _open(AdvisoryStudent.objects.filter(school=known.school), known.today):
        seat.student, seat.advisory = students[seat.student_id], advisories[seat.advisory_id]
        if seat.until_on is None:
            known.seats[seat.student.person.public_id] = seat
    for lead in _open(AdvisoryAdvisor.objects.filter(school=known.school), known.today):
        lead.person, lead.advisory = by_pk[lead.person_id], advisories[lead.advisory_id]
        if lead.until_on is None:
            known.leads[lead.advisory.public_id, lead.person.public_id] = lead


def _open(rows: QuerySet[Any], today: date) -> QuerySet[Any]:
    """Rows that hold today or later; of two for the same pair the later one wins."""
    return rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=today)).order_by("since_on", "pk")
