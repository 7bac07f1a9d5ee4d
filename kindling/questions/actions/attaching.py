"""A photo or a voice note comes with a check-out, and may be taken back the same day."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.attendance.models import Day
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.kit.photos import LARGEST as LARGEST_PHOTO
from kindling.kit.photos import shrunk
from kindling.questions import rules
from kindling.questions.models import Attachment
from kindling.questions.sounds import LARGEST as LARGEST_SOUND
from kindling.questions.sounds import cleaned
from kindling.schools.viewer import Viewer

Kind = Attachment.Kind


def attach_file(
    day: Day, kind: str, sent: UploadedFile[Any], *, is_shared: bool = False, by: Viewer
) -> Attachment:
    """Keep a photo or a voice note with the day, made small and without metadata.

    The same file sent twice counts once, also when it was taken back meanwhile. Raises
    ValidationError for a wrong file, Refused when the day has another of the kind already.
    """
    require(rules.may_attach(by, day))
    facts, data = _read(kind, sent)
    facts |= {"is_shared": is_shared, "size": len(data)}
    same = Attachment.objects.filter(day=day, kind=kind, size=len(data)).first()
    if same is not None:
        return same
    made = Attachment(
        school=by.school, day=day, kind=kind, by=by.person, at=by.school.now(), **facts
    )
    # The file first: a row without a file would be a broken picture, a file without a row is dust.
    made.file.save("", ContentFile(data), save=False)
    try:
        with transaction.atomic():
            made.save()
            record(f"day.attach_{kind}", day, by=by, attachment=made.public_id)
    except BaseException as error:
        default_storage.delete(made.file.name or "")
        if isinstance(error, IntegrityError):
            raise Refused(_("There is one already. Take it back first.")) from None
        raise
    return made


@transaction.atomic
def withdraw_attachment(attachment: Attachment, *, by: Viewer) -> None:
    """Take it back: the file is deleted, that there was one stays. Twice changes nothing."""
    require(rules.may_withdraw(by, attachment))
    rows = Attachment.objects.filter(pk=attachment.pk, withdrawn_at__isnull=True)
    if not rows.update(withdrawn_at=by.school.now(), file=""):
        return
    record("day.withdraw_attachment", attachment.day, by=by, attachment=attachment.public_id)
    name = attachment.file.name
    if name:
        transaction.on_commit(partial(default_storage.delete, name))


def _read(kind: str, sent: UploadedFile[Any]) -> tuple[dict[str, Any], bytes]:
    """Return what is known of the file, and its bytes as they are kept."""
    most = LARGEST_PHOTO if kind == Kind.PHOTO else LARGEST_SOUND
    data = sent.read(most + 1)  # the reader refuses what is larger
    if not data:
        raise ValidationError(_("This file is empty. Take the photo or the recording once more."))
    if kind == Kind.PHOTO:
        return {"type": "image/jpeg"}, shrunk(data)
    sound = cleaned(data)
    return {"type": sound.type, "seconds": sound.seconds}, sound.data
