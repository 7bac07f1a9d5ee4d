"""Further pages behind a mentor's link, which apps above bring along.

The first page only links to them, so they cost it nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.functional import Promise

from kindling.passes.purposes import PassRequest


@dataclass(frozen=True)
class Room:
    """`key` stands behind the question mark of the link; `show` answers a GET, and a POST if it `posts`."""

    key: str
    label: str | Promise
    icon: str
    show: Callable[[PassRequest], HttpResponse]
    posts: bool = False


ROOMS: list[Room] = []


def add_room(room: Room) -> None:
    """Register a page; twice is once."""
    if all(room.key != other.key for other in ROOMS):
        ROOMS.append(room)


def asked_room(request: PassRequest) -> Room | None:
    """The page that the address names, if any."""
    room = next((room for room in ROOMS if room.key in request.GET), None)
    return None if room and request.method == "POST" and not room.posts else room
