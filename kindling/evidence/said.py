"""What stands elsewhere and can become evidence by one tap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kindling.people.models import Student
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Said:
    """key: unlike any other of the student ("line:ab12"). source: one of Evidence.Source."""

    student: Student
    key: str
    source: str
    title: str
    words: str
    on: date
    by: str = ""  # whose words


# Finds it for a viewer by its public id; None for what they may not see or what says nothing.
type Finder = Callable[[Viewer, str], Said | None]

FINDERS: dict[str, Finder] = {}


def register(name: str, finder: Finder) -> None:
    """Offer one more place to keep words from. AppConfig.ready calls it once a process."""
    FINDERS[name] = finder


def find(viewer: Viewer, name: str, public_id: str) -> Said | None:
    """Return what is said there."""
    finder = FINDERS.get(name)
    return finder(viewer, public_id) if finder else None
