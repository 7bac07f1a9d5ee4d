"""Who holds an item now, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from kindling.clearance import rules
from kindling.clearance.items import HOLDER_LABELS, Holder
from kindling.clearance.pairs import Pair
from kindling.schools.models import Person, School
from kindling.schools.roles import Role


class Holders:
    """The adults round these pairs. Three statements, however many."""

    def __init__(self, school: School, pairs: Sequence[Pair], on: date) -> None:
        self.coordinators = list(rules.people_with(school, Role.COORDINATOR, on))
        self.principals = list(rules.people_with(school, Role.PRINCIPAL, on))
        self.adults: dict[tuple[int, str], list[Person]] = defaultdict(list)
        for row in rules.adults_of({pair.student.pk for pair in pairs}, on):
            self.adults[row.student_id, row.role].append(row.adult)

    def people(self, holder: Holder | None, pair: Pair) -> list[Person]:
        """Who they are; nobody where the school has named nobody."""
        around = {
            Holder.STUDENT: [pair.student.person],
            Holder.MENTOR: [pair.mentor] if pair.mentor else [],
            Holder.FAMILY: self.adults[pair.student.pk, Role.GUARDIAN],
            Holder.ADVISOR: self.adults[pair.student.pk, Role.ADVISOR],
            Holder.COORDINATOR: self.coordinators,
            Holder.PRINCIPAL: self.principals,
        }
        return around[holder] if holder else []

    def named(self, holder: Holder | None, pair: Pair) -> str:
        """Their name for a sentence; what they are, where nobody is named. "" when nobody must act."""
        if holder is None:
            return ""
        people = self.people(holder, pair)
        if holder == Holder.STUDENT or not people:
            return people[0].name if people else str(HOLDER_LABELS[holder])
        return people[0].name
