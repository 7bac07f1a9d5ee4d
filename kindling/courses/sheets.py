"""A roster in a file. What reads spreadsheets stands above us, and registers here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

MOST_ROWS = 2_000


@dataclass(frozen=True)
class SheetRead:
    """A header, its rows with the number a spreadsheet shows, and what could not be read."""

    header: list[str] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


type Reader = Callable[[bytes, str], SheetRead]
READERS: list[Reader] = []


def read_with(reader: Reader) -> None:
    """Let this read files; the last one registered does."""
    READERS[:] = [reader]


def reads_files() -> bool:
    """Say whether a file can be handed in; lines that are typed or pasted always can."""
    return bool(READERS)


def read_file(data: bytes, name: str) -> SheetRead:
    """Read CSV or XLSX."""
    return READERS[0](data, name) if READERS else SheetRead()


def read_lines(text: str) -> SheetRead:
    """Read pasted lines: tabs, semicolons or commas between cells; the first line is the header."""
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines:
        return SheetRead()
    head = lines[0][1]
    mark = max("\t;,", key=head.count)
    cells = [(n, [cell.strip() for cell in line.split(mark)]) for n, line in lines[:MOST_ROWS]]
    width = len(cells[0][1])
    return SheetRead(cells[0][1], [(n, (row + [""] * width)[:width]) for n, row in cells[1:]])


def as_lines(sheet: SheetRead) -> str:
    """The sheet as lines to look at and mend."""
    rows = [sheet.header, *(row for _number, row in sheet.rows)]
    return "\n".join("\t".join(row) for row in rows)
