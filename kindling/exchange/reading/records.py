"""The rows of a OneRoster package, typed. `row` is the row in its file; dates include both ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Record:
    row: int
    source_id: str
    deleted: bool = False


@dataclass(frozen=True, kw_only=True)
class Org(Record):
    name: str
    type: str
    identifier: str
    parent: str


@dataclass(frozen=True, kw_only=True)
class Session(Record):
    """A school year, semester, term or grading period."""

    title: str
    type: str
    begins_on: date
    ends_on: date
    parent: str
    year: str


@dataclass(frozen=True, kw_only=True)
class User(Record):
    enabled: bool
    username: str
    given_name: str
    family_name: str
    preferred_given_name: str
    preferred_family_name: str
    pronouns: str
    identifier: str
    master_identifier: str
    email: str
    sms: str
    phone: str
    agents: tuple[str, ...]
    grades: tuple[str, ...]
    primary_org: str
    home_language: str
    relation: str
    is_primary_contact: str


@dataclass(frozen=True, kw_only=True)
class Role(Record):
    user: str
    type: str
    role: str
    begins_on: date | None
    ends_on: date | None
    org: str


@dataclass(frozen=True, kw_only=True)
class Course(Record):
    title: str


@dataclass(frozen=True, kw_only=True)
class Group(Record):
    """A class; `type` homeroom is an advisory."""

    title: str
    type: str
    grades: tuple[str, ...]
    course: str
    code: str
    location: str
    school: str
    terms: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Enrollment(Record):
    group: str
    school: str
    user: str
    role: str
    is_primary: bool
    begins_on: date | None
    ends_on: date | None


@dataclass(frozen=True, kw_only=True)
class Demographics(Record):
    """Only the birth date: a minimum age needs it, nothing here needs the rest."""

    birth_on: date | None


@dataclass
class Package:
    """All rows without a fault. `modes` says absent, bulk or delta for each file."""

    modes: dict[str, str] = field(default_factory=dict)
    system: str = ""
    orgs: list[Org] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    users: list[User] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    courses: list[Course] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    enrollments: list[Enrollment] = field(default_factory=list)
    demographics: list[Demographics] = field(default_factory=list)
    ids: dict[str, set[str]] = field(default_factory=dict)

    def is_bulk(self, file: str) -> bool:
        return self.modes.get(file) == "bulk"
