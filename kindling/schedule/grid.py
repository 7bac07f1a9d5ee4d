"""A week as a table: a row for each time at which something begins or ends. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from django.utils.dates import WEEKDAYS

from kindling.schedule.letters import holds
from kindling.schedule.models import Block
from kindling.schedule.plan import Slot

SCHOOL_DAYS = 5


@dataclass(frozen=True)
class Cell:
    """A block over `rows` rows of the table, or a gap."""

    rows: int
    slot: Slot | None = None

    @property
    def hue(self) -> int:
        return self.slot.hue if self.slot else 0


@dataclass(frozen=True)
class Line:
    """A row of the table: from when, and the cells that begin here."""

    at: time
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """A weekday with its blocks in order."""

    weekday: int
    name: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class Grid:
    """A week of one letter: columns for the phone, lines for a wide screen."""

    letter: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def grids_of(blocks: Sequence[Block]) -> list[Grid]:
    """Return one table, or one each for A and B weeks where the week alternates."""
    letters = ["A", "B"] if any(block.letter for block in blocks) else [""]
    return [grid_of(blocks, letter) for letter in letters]


def grid_of(blocks: Iterable[Block], letter: str) -> Grid:
    by_day: dict[int, list[Slot]] = {day: [] for day in range(SCHOOL_DAYS)}
    for block in blocks:
        if not letter or holds(block.letter, letter):
            slot = Slot(block.kind, block.title, block.starts_at, block.ends_at)
            by_day.setdefault(block.weekday, []).append(slot)
    columns = tuple(
        Column(day, str(WEEKDAYS[day]), tuple(sorted(slots, key=lambda slot: slot.starts_at)))
        for day, slots in sorted(by_day.items())
    )
    return Grid(letter, columns, tuple(lines_of(columns)))


def lines_of(columns: Sequence[Column]) -> Iterable[Line]:
    """Yield the rows; a block spans those until its end."""
    slots = [slot for column in columns for slot in column.slots]
    times = sorted({at for slot in slots for at in (slot.starts_at, slot.ends_at)})
    for n, at in enumerate(times[:-1]):
        cells = (_cell(column, times, n) for column in columns)
        yield Line(at, tuple(cell for cell in cells if cell is not None))


def _cell(column: Column, times: list[time], n: int) -> Cell | None:
    """The cell that begins in this row; None where a block from above still runs."""
    for slot in column.slots:
        if slot.starts_at == times[n]:
            return Cell(times.index(slot.ends_at) - n, slot)
        if slot.starts_at < times[n] < slot.ends_at:
            return None
    return Cell(1)
