"""What a panel looks at: criteria and levels as they were when it began."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Level:
    """`at`: 1 is the beginning; mark and label: what the school writes."""

    at: int
    mark: str
    label: str

    def __str__(self) -> str:
        return f"{self.mark} {self.label}" if self.mark != self.label else self.label


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that is looked at. `says`: what each level looks like, by its `at`."""

    key: str  # the identifier it shares with other versions
    title: str
    says: dict[int, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A rubric, frozen. `rubric`: the public id of the version, "" for a kind without one."""

    rubric: str
    title: str
    version: int
    levels: tuple[Level, ...]
    criteria: tuple[Criterion, ...]

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Self:
        """Read what `kept` made."""
        levels = tuple(Level(**one) for one in kept["levels"])
        criteria = tuple(
            Criterion(one["key"], one["title"], {int(at): text for at, text in one["says"].items()})
            for one in kept["criteria"]
        )
        return cls(kept["rubric"], kept["title"], kept["version"], levels, criteria)

    @property
    def kept(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return asdict(self)

    def level(self, at: int | None) -> Level | None:
        return next((one for one in self.levels if one.at == at), None)
