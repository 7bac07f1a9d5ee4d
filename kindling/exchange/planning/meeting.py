"""Where what is wanted meets what is known: who is who, and what may end."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from kindling.exchange.planning.changes import Plan
from kindling.exchange.planning.known import Known
from kindling.exchange.planning.wanted import Origin, WantedPerson, WantedRoster
from kindling.kit.text import plain
from kindling.schools.models import Membership, Person
from kindling.schools.roles import STAFF, Role


@dataclass
class Meeting:
    """The work in hand while a plan is made. People are named by their public ids."""

    wanted: WantedRoster
    known: Known
    plan: Plan
    left_out: Origin  # the origin of what ends because the file does not name it
    people: dict[str, Person] = field(default_factory=dict)  # by key of the file
    named: set[str] = field(default_factory=set)
    new: set[str] = field(default_factory=set)
    worn: set[tuple[str, str]] = field(default_factory=set)
    taken: set[tuple[str, str]] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)  # students whose advisory changed
    seated: set[str] = field(default_factory=set)  # students whom the file puts into one
    touched: set[str] = field(default_factory=set)  # advisories whose leads changed

    @cached_property
    def names(self) -> dict[str, list[Person]]:
        return self.known.by_name()

    @cached_property
    def numbers(self) -> dict[str, Person]:
        return {s.number: s.person for s in self.known.students.values() if s.number}

    @cached_property
    def keys(self) -> dict[str, str]:
        """Public id → key in the file, of everyone the file names."""
        return {person.public_id: key for key, person in self.people.items()}

    def find(self, wanted: WantedPerson) -> Person | None:
        """The person the file means. By the roster system's id only, when it has ids."""
        if self.wanted.by_source:
            return self.known.by_source.get(wanted.key)
        if wanted.student is not None:
            return self._find_student(wanted)
        return self._find_adult(wanted)

    def person(self, key: str) -> Person | None:
        """The person behind a key; in a file of changes perhaps one of an earlier file."""
        found = self.people.get(key)
        if found is None and self.wanted.by_source and "people" not in self.wanted.complete:
            found = self.known.by_source.get(key)
        return found

    def origin_of(self, person: Person) -> Origin:
        key = self.keys.get(person.public_id)
        return self.wanted.people[key].origin if key else self.left_out

    def _find_student(self, wanted: WantedPerson) -> Person | None:
        """By number; without one, by a name that only one student bears, born the same day."""
        assert wanted.student is not None  # noqa: S101 (the caller asked)
        number = wanted.student.get("number")
        if number and number in self.numbers:
            return self.numbers[number]
        found = [p for p in self._bearers(wanted) if p.public_id in self.known.students]
        if len(found) != 1:
            return None
        student = self.known.students[found[0].public_id]
        is_other = bool(number and student.number)
        births = {birth for birth in (student.birth_on, wanted.student.get("birth_on")) if birth}
        return None if is_other or len(births) > 1 else found[0]

    def _find_adult(self, wanted: WantedPerson) -> Person | None:
        """By name, and the same e-mail or telephone where both sides have one."""
        for person in self._bearers(wanted):
            if person.public_id in self.known.students or not self._is_kin(person, wanted):
                continue
            for name in ("email", "phone"):
                mine, theirs = getattr(person, name), wanted.facts.get(name)
                if mine and theirs and mine.lower() == theirs.lower():
                    return person
            if not (person.email and wanted.facts.get("email")):
                return person
        return None

    def _is_kin(self, person: Person, wanted: WantedPerson) -> bool:
        """Family is looked for among families, staff among staff."""
        worn = {role for (owner, role) in self.known.hats if owner == person.public_id}
        wants_family = Role.GUARDIAN in wanted.hats
        return not worn or (Role.GUARDIAN in worn if wants_family else bool(worn & set(STAFF)))

    def _bearers(self, wanted: WantedPerson) -> list[Person]:
        name = plain(f"{wanted.facts.get('given_name', '')} {wanted.facts.get('family_name', '')}")
        return self.names.get(name, [])

    def recompose(self, person: Person) -> None:
        """Keep the shown name in step with the changed parts, in the row and in the plan."""
        change = self.plan.changes[-1]
        was = person.name
        person.compose()
        if person.name != was:
            change.before["name"], change.after["name"] = was, person.name

    def reason_to_end(self, hat: Membership) -> Origin | None:
        """Where the file says that this hat comes off; None when it says no such thing."""
        key = hat.person.source_id or ""
        gone = self.wanted.gone
        if self.wanted.by_source and key in gone.people:
            return gone.people[key]
        named = gone.hats.get((key, Role(hat.role)))
        if named:
            return named
        if "people" not in self.wanted.complete:
            return None
        if self.wanted.by_source:
            is_ours = bool(key) and hat.public_id in self.known.begun
        else:
            is_ours = hat.role == Role.STUDENT
        return self.left_out if is_ours else None
