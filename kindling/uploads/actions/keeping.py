"""A file that is all here is told, cleaned and kept; later used, or deleted."""

from __future__ import annotations

from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer
from kindling.uploads import kept, scanning, sentences
from kindling.uploads.looking import look_later
from kindling.uploads.models import Upload
from kindling.uploads.parts import delete_parts, whole

State = Upload.State


def finish_upload(upload: Upload, *, by: Viewer) -> Upload:
    """Keep the whole file, once; a server that died on the way does it again.

    What cannot be kept is deleted, and `upload.why` says why in a sentence.
    """
    require(upload.by_id == by.person_id)
    if upload.state != State.OPEN or upload.received != upload.size:
        return upload
    keeping = _kept(upload, by=by)
    if keeping is None:
        return upload
    scan = Upload.Scan.WAITING if scanning.is_there() else Upload.Scan.ABSENT
    facts = {**keeping.facts, "scan": scan, "parts": [], "touched_at": by.school.now()}
    try:
        with transaction.atomic():
            take_step(upload, "keep", by=by, detail={"type": facts["type"]}, **facts)
    except Refused:  # another request was faster
        _take_back(keeping)
        upload.refresh_from_db()
        return upload
    except BaseException:
        _take_back(keeping)
        raise
    delete_parts(upload.public_id)
    look_later(upload)
    return upload


def _kept(upload: Upload, *, by: Viewer) -> kept.Keeping | None:
    """The file in the storage; None when nothing can be kept of it, or another request was faster."""
    try:
        with whole(upload) as file:
            return kept.keep(upload, file)
    except kept.Unkept as wrong:
        why = sentences.unwanted(wrong.head) if wrong.head else sentences.broken()
        _refuse(upload, why, by=by)
    except FileNotFoundError:  # the parts were taken away
        upload.refresh_from_db()
    return None


def _take_back(keeping: kept.Keeping) -> None:
    """What was put into the storage and is nobody's."""
    for name in keeping.names:
        default_storage.delete(name)


@transaction.atomic
def use_upload(upload: Upload, *, by: Viewer) -> None:
    """Something stands on it from now on: the clock does not sweep it. Raises Refused."""
    require(upload.by_id == by.person_id)
    if upload.state != State.DONE:
        raise Refused(upload.why or sentences.unfinished())
    rows = Upload.objects.filter(pk=upload.pk, used_at__isnull=True, state=State.DONE)
    if not rows.update(used_at=by.school.now()):
        raise Refused(sentences.used())
    record("upload.use", upload, by=by)


@transaction.atomic
def drop_upload(upload: Upload, *, by: Viewer) -> None:
    """Delete the file; that there was one stays. Whoever asks this knows that nothing rests on it."""
    require(upload.school_id == by.school.pk)
    if upload.state not in (State.OPEN, State.DONE):
        return
    names = [name for name in (upload.file, upload.thumb) if name]
    take_step(upload, "drop", by=by, file="", thumb="", parts=[], captions="", transcript="")
    transaction.on_commit(partial(_delete, upload.public_id, names))


def _refuse(upload: Upload, why: str, *, by: Viewer) -> None:
    with transaction.atomic():
        take_step(upload, "refuse", by=by, why=why[:200], parts=[])
    delete_parts(upload.public_id)


def _delete(public_id: str, names: list[str]) -> None:
    delete_parts(public_id)
    for name in names:
        default_storage.delete(name)
