"""Who keeps the roster."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.people.rules import may_edit_roster
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


def visible_roster(viewer: Viewer) -> QuerySet[Person]:
    """Everyone the school knows, for those who keep the roster; nobody for the rest."""
    people: QuerySet[Person] = Person.objects.filter(school=viewer.school)
    return people if may_edit_roster(viewer) else people.none()


def may_keep_roster(viewer: Viewer) -> bool:
    """Enrol, edit, move, withdraw, invite."""
    return may_edit_roster(viewer)
