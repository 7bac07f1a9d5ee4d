"""Who keeps a school's timetable, and who asks it."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.travel.models import Feed, Start, StreetMap


def may_keep_timetable(viewer: Viewer) -> bool:
    """The coordinator knows the places, registrar and administrator know the files."""
    keepers = (Role.COORDINATOR, Role.REGISTRAR, Role.ADMINISTRATOR, Role.SYSTEM)
    return viewer.is_a(*keepers) and not viewer.purpose


def visible_feeds(viewer: Viewer) -> QuerySet[Feed]:
    """Those who keep the timetable see what was handed in, the newest first."""
    feeds: QuerySet[Feed] = Feed.objects.filter(school=viewer.school)
    return feeds.order_by("-pk") if may_keep_timetable(viewer) else feeds.none()


def looks_for_places(viewer: Viewer) -> bool:
    """Staff, students and families look for places."""
    looks = viewer.is_staff or viewer.is_a(Role.STUDENT, Role.GUARDIAN, Role.SYSTEM)
    return looks and not viewer.purpose


def visible_starts(viewer: Viewer) -> QuerySet[Start]:
    """Whoever looks for places chooses from where."""
    starts: QuerySet[Start] = Start.objects.filter(school=viewer.school)
    return starts.order_by("name") if looks_for_places(viewer) else starts.none()


def visible_maps(viewer: Viewer) -> QuerySet[StreetMap]:
    """The school's map of its streets, for whoever looks for places."""
    maps: QuerySet[StreetMap] = StreetMap.objects.filter(school=viewer.school)
    return maps if looks_for_places(viewer) else maps.none()
