"""What is said in a video or a sound, for those who do not hear it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.viewer import Viewer
from kindling.uploads.models import Upload


@transaction.atomic
def write_captions(upload: Upload, *, captions: str, transcript: str, by: Viewer) -> None:
    """Put captions (WebVTT) or a transcript to a video or a sound. Raises ValidationError."""
    require(upload.school_id == by.school.pk and upload.is_playable)
    captions = captions.replace("\r\n", "\n").lstrip("\ufeff").strip()
    if captions and not captions.startswith("WEBVTT"):
        raise ValidationError(_("Captions are a WebVTT file: its first word is WEBVTT."))
    facts = {"captions": captions, "transcript": transcript.strip()}
    Upload.objects.filter(pk=upload.pk).update(**facts)
    upload.captions, upload.transcript = facts["captions"], facts["transcript"]
    record("upload.caption", upload, by=by)
