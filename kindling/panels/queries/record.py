"""The record as student and family read it: levels without names, and what was talked through."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.panels import rules
from kindling.panels.models import Panel
from kindling.panels.sheet import Level


@dataclass(frozen=True)
class Recorded:
    """One criterion. `counts`: how many of the panel stand on each level, the lowest first; `own`:
    the student’s own; `words`: what was noted about a difference.
    """

    title: str
    counts: list[tuple[Level, int]]
    own: Level | None
    middle: Level | None
    words: str


@dataclass(frozen=True)
class Record:
    lines: list[Recorded]
    panelists: int


def record_page(panel: Panel) -> Record:
    """Of a panel whose record one may read. Two statements; no name, and no word of one person."""
    said = list(rules.counted_scores(panel))
    noted = {one.number: one.words for one in rules.notes_of(panel)}
    lines = []
    for number, criterion in enumerate(panel.sheet.criteria):
        marks = [one for one in said if one.number == number and one.level]
        others = sorted(one.level or 0 for one in marks if not one.form.is_self)
        mine = next((one.level for one in marks if one.form.is_self), None)
        lines.append(
            Recorded(
                criterion.title,
                [(level, others.count(level.at)) for level in panel.sheet.levels],
                panel.sheet.level(mine),
                panel.sheet.level(others[(len(others) - 1) // 2]) if others else None,
                noted.get(number, ""),
            )
        )
    return Record(lines, len({one.form_id for one in said if not one.form.is_self}))
