"""What was found in a feed: by file, row and value. findings.sentences says it to people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

SHOWN_PER_KIND = 10
LONGEST = 60


class Unusable(Exception):
    """Nothing of this feed can be used; what is wrong is among the findings."""


@dataclass
class Findings:
    """Faults stop a feed; what is left out and notes do not. The first of each kind are shown."""

    faults: list[dict[str, Any]] = field(default_factory=list)
    left_out: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)
    totals: Counter[str] = field(default_factory=Counter)

    def fault(self, code: str, file: str = "", row: int = 0, value: object = "") -> None:
        self._put("faults", code, file, (row, value))

    def leave_out(self, code: str, file: str, row: int, value: object = "") -> None:
        self._put("left_out", code, file, (row, value))

    def note(self, code: str, file: str = "", row: int = 0, value: object = "") -> None:
        self._put("notes", code, file, (row, value))

    def left_out_of(self, file: str) -> int:
        return self.totals[f"left_out {file}"]

    def _put(self, kind: str, code: str, file: str, what: tuple[int, object]) -> None:
        for key in (kind, f"{kind} {file}", f"{kind} {file} {code}"):
            self.totals[key] += 1
        if self.totals[f"{kind} {file} {code}"] > SHOWN_PER_KIND:
            return
        told = "".join(
            one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in str(what[1])
        )
        told = told if len(told) <= LONGEST else f"{told[: LONGEST - 1]}…"
        shelf: list[dict[str, Any]] = getattr(self, kind)
        shelf.append({"code": code, "file": file, "row": what[0], "value": told})

    def as_json(self) -> dict[str, Any]:
        """As a feed keeps it."""
        kinds = ("faults", "left_out", "notes")
        shelves = {kind: getattr(self, kind) for kind in kinds}
        return {**shelves, "totals": {kind: self.totals[kind] for kind in kinds}}
