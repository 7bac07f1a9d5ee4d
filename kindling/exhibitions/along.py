"""What apps above put on the page of an exhibition, and at a panelist's door.

They register in their AppConfig.ready: `panels` scores there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from kindling.exhibitions.models import Exhibition, Panelist
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Section:
    """A template, drawn on the page with `facts`."""

    template: str
    facts: Any


type Sections = Callable[[Viewer, Exhibition], Section | None]
# Answers instead of the invitation (the day itself), or None to leave it to us. It gets every GET
# and POST of the door, after the panelist was found through the rules.
type AtDoor = Callable[[PassRequest, Exhibition, Panelist], HttpResponse | None]

# Told in the same transaction when an exhibition begins to be held.
type Held = Callable[[Exhibition, Viewer], object]

_held: list[Held] = []
_sections: list[Sections] = []
_doors: list[AtDoor] = []


def register_section(section: Sections) -> None:
    """Draw something on the page of an exhibition; the same function twice is one."""
    if section not in _sections:
        _sections.append(section)


def register_door(door: AtDoor) -> None:
    """Answer at a panelist's link once it is time; the same function twice is one."""
    if door not in _doors:
        _doors.append(door)


def register_held(follow: Held) -> None:
    """Go on when an exhibition is held; the same function twice is one."""
    if follow not in _held:
        _held.append(follow)


def tell_held(exhibition: Exhibition, by: Viewer) -> None:
    """Let apps above go on."""
    for follow in _held:
        follow(exhibition, by)


def sections_of(viewer: Viewer, exhibition: Exhibition) -> list[Section]:
    """What apps above draw for this viewer."""
    found = (section(viewer, exhibition) for section in _sections)
    return [one for one in found if one is not None]


def answer_at_door(
    request: PassRequest, exhibition: Exhibition, panelist: Panelist
) -> HttpResponse | None:
    """The first answer of an app above; None for our own page."""
    for door in _doors:
        response = door(request, exhibition, panelist)
        if response is not None:
            return response
    return None
