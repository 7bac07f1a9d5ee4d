"""A table as lines of CSV that no spreadsheet takes for a program."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # also as wide signs


class Echo:
    """A file that hands back what is written into it."""

    def write(self, text: str) -> str:
        return text


def as_lines(rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """Yield the lines; see `safe`."""
    writer = csv.writer(Echo())
    for row in rows:
        yield writer.writerow([safe(cell) for cell in row])


def safe(cell: Any) -> Any:
    """A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(RISKY) else cell
