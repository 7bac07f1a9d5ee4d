"""Tell people that something happened, each once and never the one who did it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kindling.notices.actions import notify_many
from kindling.placements import audience
from kindling.placements.models import Placement, Pursuit
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


def tell(
    people: Iterable[Person],
    kind: str,
    thing: Pursuit | Placement,
    *,
    by: Viewer,
    **facts: Any,
) -> None:
    """Queue placements/email/<kind>.txt for each person, in their own language."""
    told = {
        "student": thing.student,
        "place": thing.opportunity.title,
        "site": thing.opportunity.site.name,
        "who": by.person.name if by.person else "",
        **facts,
    }
    unique = {person.pk: person for person in people if person.pk != by.person_id}
    for person in unique.values():
        person.school = by.school  # spares a statement for each
    with inside(by.school):
        url = thing.get_absolute_url()
    notify_many(unique.values(), f"placements/{kind}", told, by=by, url=url)


def tell_student(thing: Pursuit | Placement, kind: str, *, by: Viewer, **facts: Any) -> None:
    """The student alone."""
    tell([thing.student.person], kind, thing, by=by, **facts)


def tell_student_and_advisors(
    thing: Pursuit | Placement, kind: str, *, by: Viewer, **facts: Any
) -> None:
    """Those who walk the way."""
    advisors = audience.advisors_of(thing.student, by.school.today())
    tell([thing.student.person, *advisors], kind, thing, by=by, **facts)


def tell_guides(thing: Pursuit | Placement, kind: str, *, by: Viewer, **facts: Any) -> None:
    """The advisors and the coordinators: one of them has the next move."""
    today = by.school.today()
    advisors = audience.advisors_of(thing.student, today)
    tell([*advisors, *audience.coordinators_of(by.school, today)], kind, thing, by=by, **facts)


def tell_coordinators(thing: Pursuit | Placement, kind: str, *, by: Viewer, **facts: Any) -> None:
    """Whoever decides on places."""
    tell(audience.coordinators_of(by.school, by.school.today()), kind, thing, by=by, **facts)
