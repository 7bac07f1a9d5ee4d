"""Apps above that act when what stands changes: a picture is shown no more once a family says no."""

from __future__ import annotations

from collections.abc import Callable

from kindling.people.models import Student
from kindling.schools.viewer import Viewer

# Called in the transaction of the answer, with the student and whether a yes stands now.
type Follow = Callable[[Student, bool, Viewer], None]

FOLLOWS: dict[str, list[Follow]] = {}


def register(kind: str, follow: Follow) -> None:
    """`follow` hears of every answer of this kind; twice is once."""
    found = FOLLOWS.setdefault(kind, [])
    if follow not in found:
        found.append(follow)


def tell(kind: str, student: Student, *, stands: bool, by: Viewer) -> None:
    for follow in FOLLOWS.get(kind, []):
        follow(student, stands, by)
