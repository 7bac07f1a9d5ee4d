"""What a file wants the school to be, whatever kind of file it was."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kindling.schools.roles import Role


@dataclass(frozen=True)
class Origin:
    """Where in the file something stands."""

    file: str
    row: int


@dataclass(frozen=True)
class Span:
    """From a day (none: from the usual first day) until a day (none: open)."""

    since_on: date | None = None
    until_on: date | None = None


@dataclass
class WantedPerson:
    """`facts` are Person's fields, `student` Student's; empty values say nothing."""

    key: str
    origin: Origin
    facts: dict[str, Any] = field(default_factory=dict)
    language: str = ""
    hats: dict[Role, Span] = field(default_factory=dict)
    student: dict[str, Any] | None = None


@dataclass
class WantedAdvisory:
    key: str
    origin: Origin
    name: str
    grade: str = ""


@dataclass(frozen=True)
class WantedSeat:
    student: str
    advisory: str
    origin: Origin
    since_on: date | None = None


@dataclass(frozen=True)
class WantedLead:
    person: str
    advisory: str
    origin: Origin
    is_lead: bool = True
    since_on: date | None = None


@dataclass(frozen=True)
class WantedFamily:
    """This adult is family of this student."""

    student: str
    adult: str
    origin: Origin
    relation: str = ""
    is_primary: bool = False


@dataclass
class Gone:
    """What a file of changes ends by name. Complete files end whatever they leave out."""

    people: dict[str, Origin] = field(default_factory=dict)
    hats: dict[tuple[str, Role], Origin] = field(default_factory=dict)
    advisories: dict[str, Origin] = field(default_factory=dict)
    seats: dict[tuple[str, str], Origin] = field(default_factory=dict)
    leads: dict[tuple[str, str], Origin] = field(default_factory=dict)


@dataclass
class WantedRoster:
    """All of it. `by_source`: keys are the roster system's ids, else ways to find a person.

    `complete` names the parts of which this is the whole: people, advisories, seats, families.
    """

    first_on: date
    by_source: bool = True
    complete: frozenset[str] = frozenset()
    people: dict[str, WantedPerson] = field(default_factory=dict)
    advisories: dict[str, WantedAdvisory] = field(default_factory=dict)
    seats: list[WantedSeat] = field(default_factory=list)
    leads: list[WantedLead] = field(default_factory=list)
    families: list[WantedFamily] = field(default_factory=list)
    gone: Gone = field(default_factory=Gone)
