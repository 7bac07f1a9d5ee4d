"""What is said by voice: taken like every file, and written down by somebody who understood it."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from kindling.concerns import rules
from kindling.concerns.models import FamilyConcern, TellingReply
from kindling.families.rules import sender_of
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.uploads.actions import take_sound, use_upload
from kindling.uploads.models import Upload


def take_voice(voice: UploadedFile[Any] | None, key: str, *, by: Viewer) -> Upload | None:
    """Take the recording; only a sound is kept. Raises Refused, ValidationError for a bad file."""
    return take_sound(voice, key=key, by=_sender(by)) if voice is not None else None


def use_voice(upload: Upload | None, *, by: Viewer) -> None:
    """Something stands on it from now on."""
    if upload is not None:
        use_upload(upload, by=_sender(by))


def _sender(by: Viewer) -> Viewer:
    """Family sends as by its link; a student who was told something as themselves."""
    return by if by.is_a(Role.STUDENT) else sender_of(by)


@transaction.atomic
def write_down(said: FamilyConcern | TellingReply, transcript: str, *, by: Viewer) -> None:
    """Write down what a voice said. Later words take the place of earlier ones."""
    require(said.voice_id is not None and rules.may_write_down(by, said))
    was = bool(said.transcript)
    said.transcript, said.transcribed_by = transcript.strip()[:4000], by.person
    said.save(update_fields=["transcript", "transcribed_by"])
    kind = "familyconcern" if isinstance(said, FamilyConcern) else "tellingreply"
    record(f"{kind}.write_down", said, by=by, again=was)
