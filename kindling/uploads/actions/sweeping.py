"""By the clock: what was begun and never finished, or finished and never used, goes."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.schools.viewer import Viewer
from kindling.uploads.actions.keeping import drop_upload
from kindling.uploads.models import Upload

PATIENCE = timedelta(days=3)
AT_ONCE = 200


@every(hours=1)
def sweep_uploads() -> None:
    """Delete the files of nobody's pieces after three days."""
    rows = Upload.objects.filter(
        state__in=[Upload.State.OPEN, Upload.State.DONE], used_at__isnull=True
    )
    late = rows.filter(touched_at__lt=timezone.now() - PATIENCE).select_related("school")
    for upload in late.order_by("touched_at")[:AT_ONCE]:
        drop_upload(upload, by=Viewer.system(upload.school))
