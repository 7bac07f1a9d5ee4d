"""A voice note as it is kept: told by its bytes, at most a minute, without names, dates or places."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kindling.questions.sounds import mp4, ogg, webm
from kindling.questions.sounds.wrong import WrongSound

LARGEST = 2 * 1024 * 1024
LONGEST = 60  # seconds
SLACK = 2  # a recorder that stops at a minute is a little late

READERS = (
    ("audio/webm", webm.is_it, webm.cleaned),
    ("audio/ogg", ogg.is_it, ogg.cleaned),
    ("audio/mp4", mp4.is_it, mp4.cleaned),
)


@dataclass(frozen=True)
class Sound:
    """What is kept of a recording."""

    type: str
    data: bytes
    seconds: int


def cleaned(data: bytes) -> Sound:
    """Return the recording without metadata. Raises ValidationError with a sentence."""
    if len(data) > LARGEST:
        raise ValidationError(_("This recording is larger than 2 MB. Speak for up to a minute."))
    for kind, is_it, reader in READERS:
        if is_it(data):
            try:
                kept, seconds = reader(data)
            except (WrongSound, IndexError, ValueError, OverflowError):
                break
            if seconds > LONGEST + SLACK:
                raise ValidationError(_("This recording is longer than a minute."))
            return Sound(kind, kept, max(1, round(seconds)))
    raise ValidationError(_("This is no recording we can play. Record it here once more."))
