"""What a mentor reads behind a link."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.people.models import Student
from kindling.rounds.models import Round, RoundPlace
from kindling.rounds.rules import students_listing, visible_picks, visible_round_places
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class AskedPlace:
    """A place and who lists it, by name; `picked`: whom the mentor asked for so far."""

    place: RoundPlace
    students: list[Student]
    picked: frozenset[int]
    is_open: bool


def asked_places(viewer: Viewer) -> list[AskedPlace]:
    """The places of a link; two statements for each, and there are few."""
    return [asked_place(place, viewer) for place in visible_round_places(viewer).order_by("pk")]


def asked_place(place: RoundPlace, viewer: Viewer) -> AskedPlace:
    picked = visible_picks(viewer, place).values_list("student", flat=True)
    is_open = place.round.state in (Round.State.OPEN, Round.State.CLOSED)
    students = list(students_listing(viewer, place)) if is_open else []
    return AskedPlace(place, students, frozenset(picked), is_open)
