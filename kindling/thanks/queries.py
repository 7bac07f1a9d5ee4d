"""What a mentor has given, and what waits for a reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kindling.schools.models import SchoolYear
from kindling.schools.viewer import Viewer
from kindling.thanks import rules
from kindling.thanks.models import Thanks

MOST = 200


@dataclass(frozen=True)
class Intern:
    """Somebody who learned there, as a mentor may know them: by first name."""

    first: str
    site: str
    since_on: date
    until_on: date | None
    hours: int


@dataclass(frozen=True)
class Given:
    """A mentor's history at one school."""

    interns: tuple[Intern, ...]
    hours: int
    letters: tuple[Thanks, ...]


def given_by(viewer: Viewer) -> Given:
    """Read it for the bearer of a mentor's link. Two statements."""
    rows = list(rules.placements_with(viewer)[:MOST])
    minutes = [getattr(row, "minutes", 0) for row in rows]
    interns = tuple(
        Intern(row.student.first, row.site.name, row.starts_on, row.ends_on, spent // 60)
        for row, spent in zip(rows, minutes, strict=True)
    )
    return Given(interns, sum(minutes) // 60, tuple(rules.visible_thanks(viewer)[:MOST]))


def year_now(viewer: Viewer) -> SchoolYear | None:
    """The school year that runs, or the last one. One statement."""
    return rules.years_of(viewer).first()
