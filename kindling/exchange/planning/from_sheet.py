"""What a spreadsheet of students and families, or of staff, wants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kindling.exchange.planning.wanted import (
    Origin,
    Span,
    WantedAdvisory,
    WantedFamily,
    WantedLead,
    WantedPerson,
    WantedRoster,
    WantedSeat,
)
from kindling.exchange.reading.faults import Log, Spot
from kindling.exchange.reading.headings import plain_words
from kindling.exchange.reading.sheet_values import (
    address_typed,
    day_typed,
    language_typed,
    split_name,
)
from kindling.exchange.reading.sheets import Sheet
from kindling.kit.text import plain
from kindling.schools.roles import Role

NAME_LENGTH = 200
LONG = 4000
SHORT = {"phone": 40, "pronouns": 60, "number": 60, "grade": 10, "relation": 60, "advisory": 120}
# Words of a staff sheet's role column. A spreadsheet never makes an administrator.
STAFF_WORDS = {
    Role.ADVISOR: ("advisor", "adviser", "teacher", "asesor", "asesora", "maestro", "maestra",
                   "profesor", "profesora", "docente", "tutor"),
    Role.PRINCIPAL: ("principal", "director", "directora", "head"),
    Role.COORDINATOR: ("coordinator", "coordinador", "coordinadora"),
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One row, asked by the fields of the mapping."""

    sheet: Sheet
    mapping: Mapping[str, int]
    number: int
    cells: list[str]
    log: Log

    def text(self, field: str) -> str:
        """The cell's text, or nothing; too long a text is a fault."""
        return self._cell(field, SHORT.get(field.rpartition("_")[2], NAME_LENGTH))

    def long_text(self, field: str) -> str:
        return self._cell(field, LONG)

    def _cell(self, field: str, most: int) -> str:
        index = self.mapping.get(field)
        found = self.cells[index] if index is not None and index < len(self.cells) else ""
        if len(found) > most:
            self.spot(field).fault(
                "too_long",
                _("This is longer than %(count)s letters.") % {"count": most},
                _("Shorten it."),
                found,
            )
            return ""
        return found

    def spot(self, field: str = "") -> Spot:
        index = self.mapping.get(field)
        column = self.sheet.header[index] if index is not None else ""
        return self.log.at(self.sheet.name, self.number, column)

    @property
    def origin(self) -> Origin:
        return Origin(self.sheet.name, self.number)


def lines_of(sheet: Sheet, mapping: Mapping[str, int], log: Log) -> Iterator[Line]:
    for number, cells in sheet.rows:
        yield Line(sheet, mapping, number, cells, log)


def students_of(
    sheet: Sheet, mapping: Mapping[str, int], *, first_on: date, is_complete: bool, log: Log
) -> WantedRoster:
    """One row is one student, with their advisory, advisor and up to two of their family."""
    complete = frozenset({"people"}) if is_complete else frozenset()
    wanted = WantedRoster(first_on=first_on, by_source=False, complete=complete)
    for line in lines_of(sheet, mapping, log):
        student = _student(line, wanted)
        if student is None:
            continue
        wanted.people[student.key] = student
        _want_advisory(line, wanted, student.key)
        for number in (1, 2):
            _want_guardian(line, wanted, student, f"guardian{number}_")
    return wanted


def staff_of(sheet: Sheet, mapping: Mapping[str, int], *, first_on: date, log: Log) -> WantedRoster:
    """One row is one adult who works here, perhaps with the advisory they lead."""
    wanted = WantedRoster(first_on=first_on, by_source=False)
    for line in lines_of(sheet, mapping, log):
        facts = _facts(line)
        if facts is None:
            continue
        key = _adult_key(facts)
        if key in wanted.people:
            _say_twice(line, wanted.people[key].origin)
            continue
        person = WantedPerson(key, line.origin, facts, language_of(line, "language"))
        person.hats[_hat(line)] = Span()
        wanted.people[key] = person
        name = line.text("advisory")
        if name:
            person.hats.setdefault(Role.ADVISOR, Span())
            group = _advisory(line, wanted, name)
            wanted.leads.append(WantedLead(key, group, line.origin))
    return wanted


def _student(line: Line, wanted: WantedRoster) -> WantedPerson | None:
    facts = _facts(line)
    if facts is None:
        return None
    born = line.text("birth_on")
    student = {
        "number": line.text("number"),
        "grade": line.text("grade"),
        "birth_on": day_typed(born, line.spot("birth_on")) if born else None,
        "enrolled_on": wanted.first_on,
    }
    name = plain(f"{facts['given_name']} {facts['family_name']}")
    key = f"#{student['number']}" if student["number"] else f"{name}|{student['birth_on'] or ''}"
    if key in wanted.people:
        _say_twice(line, wanted.people[key].origin)
        return None
    person = WantedPerson(key, line.origin, facts, language_of(line, "language"))
    person.hats[Role.STUDENT] = Span()
    person.student = student
    return person


def _facts(line: Line, prefix: str = "") -> dict[str, Any] | None:
    """Person's fields; a row without a name is a fault."""
    given, family = line.text(f"{prefix}given_name"), line.text(f"{prefix}family_name")
    if not given and not family:
        given, family = split_name(line.text(f"{prefix}name"))
    if not given:
        given, family = family, ""
    if not given:
        line.spot(f"{prefix}given_name").fault(
            "no_name", _("This person has no name."), _("One name is enough.")
        )
        return None
    email = line.text(f"{prefix}email")
    return {
        "given_name": given,
        "family_name": family,
        "preferred_given_name": line.text(f"{prefix}preferred_given_name"),
        "pronouns": line.text(f"{prefix}pronouns"),
        "email": address_typed(email, line.spot(f"{prefix}email")) if email else "",
        "phone": line.text(f"{prefix}phone"),
    }


def _want_guardian(line: Line, wanted: WantedRoster, student: WantedPerson, prefix: str) -> None:
    """The same adult in two rows, with the same name and contact, is one adult."""
    parts = ("name", "given_name", "email", "phone")
    if not any(line.text(prefix + part) for part in parts):
        return
    facts = _facts(line, prefix)
    if facts is None:
        return
    key = _adult_key(facts)
    adult = wanted.people.get(key)
    if adult is None:
        language = language_of(line, f"{prefix}language") or student.language
        adult = WantedPerson(key, line.origin, facts, language)
        adult.hats[Role.GUARDIAN] = Span()
        wanted.people[key] = adult
    wanted.families.append(
        WantedFamily(
            student.key,
            key,
            line.origin,
            relation=line.text(f"{prefix}relation"),
            is_primary=prefix == "guardian1_",
        )
    )


def _want_advisory(line: Line, wanted: WantedRoster, student_key: str) -> None:
    name, advisor = line.text("advisory"), line.text("advisor")
    if not name and not advisor:
        return
    group = _advisory(line, wanted, name or advisor)
    wanted.seats.append(WantedSeat(student_key, group, line.origin))
    if not advisor:
        return
    given, family = split_name(advisor)
    email = line.text("advisor_email")
    facts = {
        "given_name": given,
        "family_name": family,
        "email": address_typed(email, line.spot("advisor_email")) if email else "",
    }
    key = f"advisor|{plain(given + ' ' + family)}"
    person = wanted.people.setdefault(key, WantedPerson(key, line.origin, facts))
    person.hats.setdefault(Role.ADVISOR, Span())
    lead = (key, group)
    if lead not in {(known.person, known.advisory) for known in wanted.leads}:
        wanted.leads.append(WantedLead(key, group, line.origin))


def _advisory(line: Line, wanted: WantedRoster, name: str) -> str:
    key = plain(name)
    wanted.advisories.setdefault(key, WantedAdvisory(key, line.origin, name[:120]))
    return key


def _adult_key(facts: dict[str, Any]) -> str:
    name = plain(f"{facts['given_name']} {facts['family_name']}")
    contact = facts.get("email") or facts.get("phone") or ""
    return f"adult|{name}|{contact.lower()}"


def _hat(line: Line) -> Role:
    words = set(plain_words(line.text("role")))
    for role, names in STAFF_WORDS.items():
        if words & set(names):
            return role
    return Role.STAFF


def language_of(line: Line, field: str) -> str:
    text = line.text(field)
    return language_typed(text) if text else ""


def _say_twice(line: Line, first: Origin) -> None:
    line.spot().fault(
        "twice",
        _("This person stands already in row %(row)s.") % {"row": first.row},
        _("Two rows are never merged. Delete one, or give each their own number."),
    )
