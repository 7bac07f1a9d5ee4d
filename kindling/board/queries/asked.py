"""What somebody narrowed the board to: read from the address, and written back into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from kindling.board.rules import sees_school
from kindling.board.standing import STATES
from kindling.board.statements import Kinds, choices_of
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

type Choice = tuple[str, str]  # value, label
type Choosable = tuple[str, str, str, str, str]  # statements.CHOICE
LONGEST = 40


@dataclass(frozen=True)
class Asked:
    """The filters. An empty text narrows nothing; `whose` is "mine" or "school"."""

    whose: str
    advisory: str = ""
    grade: str = ""
    site: str = ""
    state: str = ""

    @property
    def narrowed(self) -> tuple[Kinds, str, str, str]:
        """What statements.py takes."""
        kinds = [name for name in ("advisory", "grade", "site") if getattr(self, name)]
        if self.whose == "mine":
            kinds.append("mine")
        return tuple(kinds), self.advisory, self.grade, self.site

    @property
    def is_narrowed(self) -> bool:
        return bool(self.advisory or self.grade or self.site)

    def query(self, **changes: str) -> str:
        """The address' query, with some of it changed."""
        names = ("whose", "advisory", "grade", "site", "state")
        facts = {name: getattr(self, name) for name in names} | changes
        return urlencode({name: value for name, value in facts.items() if value})


@dataclass(frozen=True)
class Choices:
    """What the list can be narrowed by, each with an empty first choice added by the page."""

    advisories: list[Choice]
    grades: list[Choice]
    sites: list[Choice]


def asked_in(viewer: Viewer, sent: Mapping[str, Any]) -> Asked:
    """Read the filters; advisors begin with their own students, leaders with the school."""
    own = "mine" if viewer.is_a(Role.ADVISOR) else "school"
    whose = sent.get("whose", own)
    if not sees_school(viewer) or whose not in {"mine", "school"}:
        whose = own
    state = sent.get("state", "")
    texts = {name: sent.get(name, "")[:LONGEST] for name in ("advisory", "grade", "site")}
    return Asked(whose, **texts, state=state if state in STATES else "")


def choices(viewer: Viewer, asked: Asked, rows: Iterable[Choosable] = ()) -> Choices:
    """Advisories, grades and sites of the list before it is narrowed.

    `rows` are those of the list when nothing narrows it; otherwise they take one statement.
    """
    if asked.is_narrowed:
        rows = choices_of(viewer, ("mine",) if asked.whose == "mine" else ())
    grades, advisories, sites = set(), set(), set()
    for grade, advisory_id, advisory, site_id, site in rows:
        grades.add(grade)
        advisories.add((advisory_id, advisory))
        sites.add((site_id, site))
    return Choices(
        sorted((one for one in advisories if one[0]), key=lambda one: one[1]),
        sorted((grade, grade) for grade in grades if grade),
        sorted((one for one in sites if one[0]), key=lambda one: one[1]),
    )
