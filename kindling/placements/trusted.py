"""To whom a private word can go: adults who can sign in and read it, and are not family.

The app of worries knows whom the school offers; it registers that here (`offer_adults`).
"""

from __future__ import annotations

from collections.abc import Callable

from kindling.people.rules import kin_of
from kindling.placements import audience
from kindling.placements.models import Placement
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

type Offers = Callable[[Viewer, Placement], list[Person]]
SOURCES: list[Offers] = []


def offer_adults(source: Offers) -> None:
    """Register who offers adults; twice is once."""
    if source not in SOURCES:
        SOURCES.append(source)


def adults_for(viewer: Viewer, placement: Placement) -> list[Person]:
    """The adults whom somebody may tell about this internship, each once.

    Whom the school offers; where it offers nobody, the advisors and the coordinators.
    """
    for source in SOURCES:
        if found := [one for one in source(viewer, placement) if one.pk != viewer.person_id]:
            return found
    today = viewer.school.today()
    advisors = audience.advisors_of(placement.student, today)
    people = {one.pk: one for one in [*advisors, *audience.coordinators_of(viewer.school, today)]}
    family = kin_of(placement.student)
    return [
        one
        for key, one in people.items()
        if one.user_id is not None and key not in family and key != viewer.person_id
    ]
