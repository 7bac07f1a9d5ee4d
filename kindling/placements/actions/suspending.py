"""A mentor guides nobody for now. Whoever decides that has asked whether they may."""

from __future__ import annotations

from django.urls import reverse

from kindling.history.steps import record
from kindling.notices.actions import notify_many
from kindling.placements import audience
from kindling.placements.models import Placement
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


def hold_mentor(mentor: Person, *, by: Viewer) -> None:
    """Let their link confirm no day and nobody start with them, at any place of the school.

    What runs goes on until the coordinators, who are told, have decided. The history says that it
    is so, never why. Twice is once.
    """
    now = by.school.now()
    rows = Person.objects.filter(pk=mentor.pk, suspended_at__isnull=True)
    if not rows.update(suspended_at=now):
        return
    mentor.suspended_at = now
    record("mentor.suspend", mentor, by=by)
    _tell_coordinators(mentor, by=by)


def release_mentor(mentor: Person, *, by: Viewer) -> None:
    """Let them guide students again. Twice is once."""
    rows = Person.objects.filter(pk=mentor.pk, suspended_at__isnull=False)
    if rows.update(suspended_at=None):
        mentor.suspended_at = None
        record("mentor.release", mentor, by=by)


def _tell_coordinators(mentor: Person, *, by: Viewer) -> None:
    running = Placement.objects.filter(mentor=mentor).running().count()
    people = [
        person
        for person in audience.coordinators_of(by.school, by.school.today())
        if person.pk not in (by.person_id, mentor.pk)
    ]
    for person in people:
        person.school = by.school  # spares a statement for each
    with inside(by.school):
        url = f"{reverse('placements:list')}?show=mentor"
    facts = {"mentor": mentor.name, "running": running}
    notify_many(people, "placements/mentor_suspended", facts, by=by, url=url)
