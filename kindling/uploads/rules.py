"""Who may send files, how large, and who sees one that nothing stands on yet."""

from __future__ import annotations

from django.db.models import QuerySet

from kindling.schools.models import School
from kindling.schools.roles import STAFF, Role
from kindling.schools.viewer import Viewer
from kindling.uploads.models import LIMIT_MB, MEGABYTE, Upload, UploadChoice

# Purposes of links behind which somebody from outside sends files along (set by apps above).
_let: set[str] = set()


def let_send(purpose: str) -> None:
    """Let whoever holds a link of this purpose send files along with what they do there."""
    _let.add(purpose)


def visible_uploads(viewer: Viewer) -> QuerySet[Upload]:
    """One's own. Others see a file through what stands on it, never here."""
    rows: QuerySet[Upload] = Upload.objects.filter(school=viewer.school)
    if viewer.purpose or viewer.person_id is None:
        return rows.none()
    return rows.filter(by=viewer.person_id)


def may_upload(viewer: Viewer) -> bool:
    """Students and staff; behind a link only where an app above lets it (`let_send`)."""
    if viewer.person is None:
        return False
    return viewer.purpose in _let if viewer.purpose else viewer.is_a(Role.STUDENT, *STAFF)


def may_set_limit(viewer: Viewer) -> bool:
    return viewer.is_a(Role.ADMINISTRATOR, Role.PRINCIPAL) and not viewer.purpose


def limit_of(school: School) -> int:
    """The most bytes one file may have here. One statement."""
    chosen = UploadChoice.objects.filter(school=school).values_list("limit_mb", flat=True).first()
    return (chosen or LIMIT_MB) * MEGABYTE
