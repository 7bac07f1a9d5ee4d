"""Who hands in which files."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.exchange.models import Import
from kindling.people.rules import may_edit_roster
from kindling.schools.viewer import Viewer
from kindling.sites.rules import may_edit_places


def kinds_for(viewer: Viewer) -> list[Import.Kind]:
    """Rosters are for those who keep the roster, places for those who keep the places."""
    kinds: list[Import.Kind] = []
    if may_edit_roster(viewer):
        kinds += [Import.Kind.ONEROSTER, Import.Kind.STUDENTS, Import.Kind.STAFF]
    if may_edit_places(viewer):
        kinds.append(Import.Kind.PLACES)
    return kinds


def visible_imports(viewer: Viewer) -> QuerySet[Import]:
    """Only those who may hand in such a file see it: it holds what the file holds."""
    imports: QuerySet[Import] = Import.objects.filter(school=viewer.school)
    return imports.filter(kind__in=[] if viewer.purpose else kinds_for(viewer))


def may_import(viewer: Viewer, kind: str) -> bool:
    return not viewer.purpose and kind in kinds_for(viewer)
