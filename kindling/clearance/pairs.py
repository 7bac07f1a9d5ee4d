"""Students at places: who goes where, as the apps above know it.

They register here who asks, who is about to start and who is there. Clearance knows no internship.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from kindling.clearance.items import Stage
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity


@dataclass(frozen=True)
class Pair:
    """This student at this place. `mentor` is None where nobody is named yet.

    is_running: the student is there already; then a missing item warns and stops nothing.
    """

    student: Student
    opportunity: Opportunity
    stage: str = Stage.INTERNSHIP
    mentor: Person | None = None
    is_running: bool = False
    since_on: date | None = None

    @property
    def key(self) -> str:
        """On the board and in a link: student, place, and before what if it is no internship."""
        where = f"{self.student.public_id}.{self.opportunity.public_id}"
        return where if self.stage == Stage.INTERNSHIP else f"{where}.{self.stage}"


type Finder = Callable[[Viewer, Student | None], list[Pair]]
FINDERS: list[Finder] = []


def find_with(finder: Finder) -> None:
    """Register an app's pairs: those a viewer may see, of one student or of all.

    Student with person, place with site, and mentor are read along.
    """
    if finder not in FINDERS:
        FINDERS.append(finder)


def pairs_for(viewer: Viewer, student: Student | None = None) -> list[Pair]:
    """Return the pairs under way that this viewer may see, of one student or of all."""
    return [pair for finder in FINDERS for pair in finder(viewer, student)]


def pair_of(viewer: Viewer, student: Student, opportunity: Opportunity) -> Pair:
    """This student at this place, as it is under way; else as it would be."""
    found = (one for one in pairs_for(viewer, student) if one.opportunity.pk == opportunity.pk)
    return next(found, Pair(student, opportunity))


def pair_as(viewer: Viewer, student: Student, opportunity: Opportunity, stage: str) -> Pair:
    """The same, asked before another stage; "" leaves it as it is."""
    pair = pair_of(viewer, student, opportunity)
    return replace(pair, stage=Stage(stage)) if stage else pair
