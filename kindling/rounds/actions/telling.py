"""Tell those whom a round is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kindling.notices.actions import notify_many
from kindling.people.models import Student
from kindling.rounds.lists import placed_in
from kindling.rounds.models import Round
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


def tell(people: Iterable[Person], kind: str, one: Round, *, by: Viewer, **facts: Any) -> None:
    """Queue rounds/email/<kind>.txt for each person, in their own language."""
    people = list(people)
    for person in people:
        person.school = by.school  # spares a statement for each
    with inside(by.school):
        url = one.get_absolute_url()
    told = {"name": one.name, "closes_at": one.closes_at, "reason": one.reason, **facts}
    notify_many(people, f"rounds/{kind}", told, by=by, url=url)


def tell_students(one: Round, kind: str, *, by: Viewer) -> None:
    """Every student who may rank: all who are enrolled; in a second round those without a place."""
    people = Person.objects.filter(
        student__school=by.school, student__state=Student.State.ENROLLED
    ).order_by("pk")
    if one.after_id:
        people = people.exclude(student__in=placed_in(one.after_id))
    tell(people, kind, one, by=by)


def tell_listed(one: Round, kind: str, *, by: Viewer) -> None:
    """Every student who has a list."""
    people = Person.objects.filter(student__ballots__round=one, student__ballots__length__gt=0)
    tell(people.order_by("pk"), kind, one, by=by)
