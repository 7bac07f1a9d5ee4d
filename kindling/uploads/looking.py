"""In the background: a look of the scanner into a file that is kept, and a frame of a video."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import BinaryIO, cast

from django.core.files.storage import default_storage
from django.db import transaction
from django.tasks import task
from django.utils import timezone

from kindling.chores.clockwork import every
from kindling.history.steps import take_step
from kindling.schools.viewer import Viewer
from kindling.uploads import filming, scanning, sentences
from kindling.uploads.kept import SMALL, keep_small
from kindling.uploads.models import Upload

PATIENCE = timedelta(days=7)  # with a scanner that does not answer
AT_ONCE = 50


def look_later(upload: Upload) -> None:
    """Have it looked into, where there is anything that looks."""
    if scanning.is_there() or (upload.kind == Upload.Kind.VIDEO and filming.ffmpeg()):
        transaction.on_commit(partial(look_into.enqueue, upload.pk))


@task
def look_into(pk: int) -> None:
    """Scan one file; draw a video's picture. Twice does no harm."""
    upload = Upload.objects.select_related("school").filter(pk=pk, state=Upload.State.DONE).first()
    if upload is None:
        return
    with default_storage.open(upload.file, "rb") as opened:
        file = cast("BinaryIO", opened)
        if upload.scan == Upload.Scan.WAITING and not _is_clean(upload, scanning.scan(file)):
            return
        if upload.kind == Upload.Kind.VIDEO and filming.ffmpeg() and not upload.thumb:
            file.seek(0)
            frame = filming.frame_of(file, SMALL)
            if frame:
                Upload.objects.filter(pk=pk, thumb="").update(thumb=keep_small(upload, frame))


@every(minutes=10)
def look_again() -> None:
    """Ask once more about files of the last days to which the scanner gave no answer."""
    if not scanning.is_there():
        return
    since, until = timezone.now() - PATIENCE, timezone.now() - timedelta(minutes=5)
    rows = Upload.objects.filter(
        state=Upload.State.DONE, scan=Upload.Scan.WAITING, touched_at__range=(since, until)
    )
    for pk in rows.order_by("touched_at").values_list("pk", flat=True)[:AT_ONCE]:
        look_into.enqueue(pk)


def _is_clean(upload: Upload, found: scanning.Finding) -> bool:
    if found == scanning.Finding.CLEAN:
        Upload.objects.filter(pk=upload.pk).update(scan=Upload.Scan.CLEAN)
    if found == scanning.Finding.INFECTED:
        names = [name for name in (upload.file, upload.thumb) if name]
        by = Viewer.system(upload.school)
        take_step(upload, "refuse", by=by, why=sentences.infected(), file="", thumb="")
        for name in names:
            default_storage.delete(name)
    return found == scanning.Finding.CLEAN
