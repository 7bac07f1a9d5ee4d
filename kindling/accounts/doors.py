"""What apps above say of a user: where else they may go, whether they sign in strictly, and
who writes to them.

They register here; none is known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kindling.accounts.models import User


@dataclass(frozen=True)
class Door:
    """A page outside every school that is this user's to open."""

    name: str
    path: str


type Doors = Callable[[User], list[Door]]

DOORS: list[Doors] = []


def leads(doors: Doors) -> Doors:
    """Register a function that returns doors of a user, in one statement."""
    DOORS.append(doors)
    return doors


def doors_of(user: User) -> list[Door]:
    """Return every door of the user."""
    return [door for doors in DOORS for door in doors(user)]


type Asks = Callable[[User], bool]

STRICT: list[Asks] = []


def signs_in_strictly(asks: Asks) -> Asks:
    """Register a function that knows users whose sessions end sooner. It runs at sign-in."""
    STRICT.append(asks)
    return asks


type Tells = Callable[[User, str], None]

CHANGED: list[Tells] = []


def tells_of_change(tells: Tells) -> Tells:
    """Register a function that writes to a user whose ways in changed ("password", "app" …)."""
    CHANGED.append(tells)
    return tells
