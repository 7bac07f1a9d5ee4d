"""The ways of a network's schools side by side: sums of those that share, never a student."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kindling.funnel.models import SharedWays
from kindling.funnel.rules import shared_ways
from kindling.funnel.ways import GROUPED, REASONS, GroupRow, Tally, rows_of
from kindling.kit.small import SMALLEST, shown
from kindling.network.viewer import NetworkViewer


@dataclass(frozen=True)
class SchoolWays:
    """One school. `weeks`: of students without an internship, half wait longer."""

    name: str
    row: GroupRow | None  # None: so few students that every number could point at one
    weeks: int | None


@dataclass(frozen=True)
class NetworkWays:
    """All schools that share, their sum, and the sum by grade; small schools add to nothing."""

    schools: list[SchoolWays]
    students: int
    sums: dict[str, int | None]
    reasons: list[str]  # those that enough students named to tell
    grades: list[GroupRow]
    counted_at: datetime | None  # the oldest


def network_ways(viewer: NetworkViewer) -> NetworkWays:
    """Read the page. One statement, however many schools."""
    rows = list(shared_ways(viewer))
    big = [row for row in rows if row.students >= SMALLEST]
    told = {one.label: one for one in rows_of({str(row.pk): row.tally for row in big})}
    sums = added(row.tally for row in big)
    return NetworkWays(
        schools=[SchoolWays(row.school.name, told.get(str(row.pk)), row.weeks) for row in rows],
        students=sums["students"],
        sums={key: shown(sums[key]) for key in (*GROUPED, *REASONS)},
        reasons=[why for why in REASONS if shown(sums[why])],
        grades=rows_of(by_grade(big)),
        counted_at=min((row.counted_at for row in rows), default=None),
    )


def by_grade(rows: Iterable[SharedWays]) -> dict[str, Tally]:
    """The schools' grades put together: grade 9 of one and grade 9 of another are one row."""
    found: dict[str, list[Tally]] = {}
    for row in rows:
        for grade, tally in row.grades.items():
            found.setdefault(grade, []).append(tally)
    return {grade: added(some) for grade, some in found.items()}


def added(tallies: Iterable[Tally]) -> Counter[str]:
    """The sum of some tallies, part by part."""
    total: Counter[str] = Counter()
    for tally in tallies:
        total.update(tally)
    return total
