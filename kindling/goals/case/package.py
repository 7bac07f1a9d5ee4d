"""A CASE package as we understand it, whoever wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


class Unreadable(Exception):
    """Why a package cannot be brought in, in one sentence for whoever handed it in."""


@dataclass(frozen=True)
class Item:
    """A goal of a package. `path` says where it stands in the tree; `raw` is what the package said."""

    identifier: str
    parent: str | None
    path: str
    code: str
    kind: str
    title: str
    question: str
    text: str
    uri: str
    raw: dict[str, Any]

    def facts(self) -> dict[str, Any]:
        """The fields of a goal."""
        names = ("identifier", "path", "code", "kind", "title", "question", "text", "uri")
        return {**{name: getattr(self, name) for name in names}, "case": self.raw}


@dataclass(frozen=True)
class Link:
    """An association that is no place in the tree."""

    identifier: str
    kind: str
    origin: str
    destination: str
    raw: dict[str, Any]


@dataclass(frozen=True)
class Step:
    """A level of a scale; `texts`: identifier of an item → what the level means for it."""

    mark: str
    label: str
    text: str
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Package:
    """Items in the order of their paths. `raw` is the document with its definitions and rubrics."""

    identifier: str
    title: str
    text: str
    creator: str
    language: str
    licence: str
    uri: str
    items: tuple[Item, ...]
    links: tuple[Link, ...]
    scale: str
    direction: str
    steps: tuple[Step, ...]
    raw: dict[str, Any]
    skipped: int = 0  # associations that came twice or name nothing
