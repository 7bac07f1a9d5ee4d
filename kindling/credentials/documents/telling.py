"""What a credential says, before it is any format."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True)
class Aligned:
    """An item of a framework (CASE): its words, its address, its code, the framework's title."""

    name: str
    url: str
    code: str = ""
    framework: str = ""


@dataclass(frozen=True)
class Rung:
    """A level of a scale and what it means; `reached` is the one that was."""

    name: str
    text: str
    reached: bool


@dataclass(frozen=True)
class Shown:
    """A piece of evidence in words. No address: what stands behind it stays at the school."""

    name: str
    text: str
    genre: str


@dataclass(frozen=True)
class Facts:
    """Everything a credential says of an achievement. `key` names the achievement for ever."""

    key: str
    title: str
    kind: str  # achievementType of Open Badges
    about: str
    criteria: str
    language: str
    began: str = ""  # dates, ISO 8601
    ended: str = ""
    role: str = ""
    minutes: int = 0
    skills: tuple[str, ...] = ()
    aligned: tuple[Aligned, ...] = ()
    scale: str = ""
    rungs: tuple[Rung, ...] = ()
    shown: tuple[Shown, ...] = ()

    def as_data(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of(cls, data: dict[str, Any]) -> Self:
        """Return what `as_data` gave."""
        told = {
            "skills": tuple(data["skills"]),
            "aligned": tuple(Aligned(**one) for one in data["aligned"]),
            "rungs": tuple(Rung(**one) for one in data["rungs"]),
            "shown": tuple(Shown(**one) for one in data["shown"]),
        }
        return cls(**{**data, **told})
