"""A file comes in parts. Each is kept before it counts, so what breaks off goes on where it was."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer
from kindling.uploads import rules
from kindling.uploads.actions.keeping import drop_upload, finish_upload
from kindling.uploads.models import MEGABYTE, Upload
from kindling.uploads.sentences import unwanted
from kindling.uploads.telling import tell

PART = 4 * MEGABYTE  # the most one part may have
MOST_OPEN = 20  # files of one person that are on their way


def open_upload(*, key: str, name: str, size: int, by: Viewer) -> Upload:
    """Announce a file. The same key gives the same row again, with what has come so far.

    size: in bytes. Raises ValidationError with a sentence for one that is empty or too large.
    """
    require(rules.may_upload(by))
    person = by.person
    if person is None:
        raise PermissionDenied
    known = Upload.objects.filter(school=by.school, by=person, key=key).first()
    if known is not None and known.state != Upload.State.DROPPED:
        return known
    _check_size(size, rules.limit_of(by.school))
    _check_crowd(by)
    now = by.school.now()
    try:
        with transaction.atomic():
            _free(known)
            made = Upload.objects.create(
                school=by.school, by=person, key=key, name=name[:200], size=size, touched_at=now
            )
            record("upload.open", made, by=by, size=size)
    except IntegrityError:  # the other tap was faster
        return Upload.objects.get(school=by.school, by=person, key=key)
    return made


def add_part(upload: Upload, at: int, data: bytes, *, by: Viewer) -> Upload:
    """Keep the part that begins at byte `at`; with the last one the file is finished.

    Raises Refused when the file goes on elsewhere (`upload.received` says where), ValidationError
    as soon as its first bytes tell that nobody may send it.
    """
    require(upload.by_id == by.person_id)
    if upload.state != Upload.State.OPEN:
        return upload
    if not data and at == upload.received == upload.size:
        return finish_upload(upload, by=by)
    _check_part(upload, at, data)
    name = default_storage.save(
        f"uploads/parts/{upload.public_id}/{at:012d}-{get_random_string(8)}", ContentFile(data)
    )
    try:
        _count(upload, at, len(data), name, by=by)
    except BaseException:
        default_storage.delete(name)
        raise
    return finish_upload(upload, by=by) if upload.received == upload.size else upload


def take_whole(sent: UploadedFile[Any], *, key: str, by: Viewer) -> Upload:
    """Take a file that came with a plain form, as one piece."""
    upload = open_upload(key=key, name=sent.name or "", size=sent.size or 0, by=by)
    if upload.state == Upload.State.OPEN and upload.received:  # began in parts, ends as a form
        sent.seek(upload.received)
    while upload.state == Upload.State.OPEN:
        data = sent.read(PART)
        if not data:
            raise ValidationError(_("The file broke off on its way. Choose it again."))
        upload = add_part(upload, upload.received, data, by=by)
    return upload


def take_sound(sent: UploadedFile[Any], *, key: str, by: Viewer) -> Upload:
    """Take a recording that came with a plain form; of anything else nothing is kept.

    Raises Refused for a file that is no sound, ValidationError for a bad one.
    """
    upload = take_whole(sent, key=key, by=by)
    if upload.state == Upload.State.DONE and upload.kind != "audio":
        drop_upload(upload, by=by)
        raise Refused(_("This is no recording. Choose a sound file, or write instead."))
    return upload


def _free(known: Upload | None) -> None:
    """What was swept gives its key back."""
    if known is not None:
        Upload.objects.filter(pk=known.pk).update(key=f"{known.public_id} {known.key}"[:100])


def _count(upload: Upload, at: int, length: int, name: str, *, by: Viewer) -> None:
    """Let the part count, once: of two that say the same one wins."""
    facts = {"received": at + length, "parts": [*upload.parts, name]}
    rows = Upload.objects.filter(pk=upload.pk, state=Upload.State.OPEN, received=at)
    if not rows.update(**facts, touched_at=by.school.now()):
        upload.refresh_from_db()
        raise Refused(_("This part is here already. The file goes on where it stopped."))
    upload.received, upload.parts = at + length, [*upload.parts, name]


def _check_part(upload: Upload, at: int, data: bytes) -> None:
    if at != upload.received:
        raise Refused(_("This part is here already. The file goes on where it stopped."))
    if not data or len(data) > PART or at + len(data) > upload.size:
        raise ValidationError(_("The file broke off on its way. Choose it again."))
    if at == 0 and tell(data[:4096]) is None:
        raise ValidationError(unwanted(data))


def _check_size(size: int, limit: int) -> None:
    if size <= 0:
        raise ValidationError(_("This file is empty. Choose another one."))
    if size > limit:
        told = {"limit": limit // MEGABYTE, "size": -(-size // MEGABYTE)}
        raise ValidationError(
            _(
                "This file has %(size)s MB. Your school takes up to %(limit)s MB. Make it shorter or smaller."
            )
            % told
        )


def _check_crowd(by: Viewer) -> None:
    rows = Upload.objects.filter(school=by.school, by=by.person_id, state=Upload.State.OPEN)
    if rows.count() >= MOST_OPEN:
        raise Refused(_("Many of your files are still on their way. Wait until they are here."))
