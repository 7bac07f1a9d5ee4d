"""What apps above take by mail: a conversation finds out whom an address belongs to.

Such an app registers in its AppConfig.ready.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kindling.letterbox.reading import File
from kindling.schools.models import Person


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody answered. `key` is the mail's own: the same mail counts once."""

    text: str
    files: list[File]
    key: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whose address it is, who of the staff reads along, and what takes the answer.

    `take` does it as this person; it raises Refused with a sentence where it cannot be.
    """

    person: Person
    staff: Person
    about: str
    take: Callable[[Answered], None]


# Called with the id that an address carried; never writes.
type Finds = Callable[[str], Addressee | None]

_finds: list[Finds] = []


def register(finds: Finds) -> None:
    """Let an app above take answers. The same function twice is one."""
    if finds not in _finds:
        _finds.append(finds)


def addressee_of(reply_id: str) -> Addressee | None:
    """Return whose answer it is; None for an address that is nobody's any more."""
    return next((found for finds in _finds if (found := finds(reply_id))), None)
