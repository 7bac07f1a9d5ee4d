"""What is wrong in a file, said so that the person who made it can find and mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

SHOWN_IN_ALL = 200
SHOWN_PER_KIND = 25
LONGEST_VALUE = 80


@dataclass(frozen=True)
class Fault:
    """One finding. `row` is the row a spreadsheet shows: the header is row 1; 0 is the whole file."""

    code: str
    file: str
    row: int
    column: str
    value: str
    message: str
    mend: str

    def __str__(self) -> str:
        place = [self.file]
        if self.row:
            place.append(f"{self.row}")
        if self.column:
            place.append(self.column)
        return f"{':'.join(place)}: {self.message} {self.mend}".strip()

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass
class Shelf:
    """The first findings of each kind, all rows they stand in, how many there are in truth."""

    shown: list[Fault] = field(default_factory=list)
    kinds: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    rows: set[int] = field(default_factory=set)
    total: int = 0

    def put(self, fault: Fault) -> None:
        kind = (fault.code, fault.file, fault.column)
        self.kinds[kind] += 1
        self.rows.add(fault.row)
        self.total += 1
        if self.kinds[kind] <= SHOWN_PER_KIND and len(self.shown) < SHOWN_IN_ALL:
            self.shown.append(fault)

    def __iter__(self) -> Iterator[Fault]:
        return iter(self.shown)

    def __len__(self) -> int:
        return self.total

    def __bool__(self) -> bool:
        return bool(self.shown)


@dataclass
class Log:
    """Collects what a reading found. Faults stop an import, mends and notes do not."""

    lenient: bool = False
    faults: Shelf = field(default_factory=Shelf)
    mends: Shelf = field(default_factory=Shelf)
    notes: Shelf = field(default_factory=Shelf)

    def at(self, file: str, row: int = 0, column: str = "") -> Spot:
        return Spot(self, file, row, column)


@dataclass(frozen=True)
class Spot:
    """A place in a file, to hang findings on."""

    log: Log
    file: str
    row: int = 0
    column: str = ""

    def fault(self, code: str, message: str, mend: str = "", value: str = "") -> None:
        """Say what is wrong and how to mend it."""
        self.log.faults.put(self._finding(code, message, mend, value))

    def slip(self, code: str, message: str, mend: str = "", value: str = "") -> bool:
        """Say what is safe to mend: mended when lenient (and True), a fault otherwise."""
        shelf = self.log.mends if self.log.lenient else self.log.faults
        shelf.put(self._finding(code, message, mend, value))
        return self.log.lenient

    def note(self, code: str, message: str, mend: str = "", value: str = "") -> None:
        """Say what is worth knowing and stops nothing."""
        self.log.notes.put(self._finding(code, message, mend, value))

    def _finding(self, code: str, message: str, mend: str, value: str) -> Fault:
        clean = "".join(c if c.isprintable() else "�" for c in value[: LONGEST_VALUE + 1])
        if len(clean) > LONGEST_VALUE:
            clean = clean[: LONGEST_VALUE - 1] + "…"
        return Fault(code, self.file, self.row, self.column, clean, message, mend)
