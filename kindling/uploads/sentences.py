"""Why a file is not taken, in a sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.uploads.telling.signs import STILLS


def unwanted(head: bytes) -> str:
    """Say what to send instead."""
    if head[4:8] == b"ftyp" and head[8:12] in STILLS:
        return _("Your phone’s own kind of picture cannot be shown here. Send it as a JPEG.")
    return _(
        "This kind of file cannot be kept here. Send a picture, a video, a sound, a PDF, a document or plain text."
    )


def broken() -> str:
    return _("This file is damaged. Open it on your device, save it again and send it once more.")


def infected() -> str:
    return _("The scanner found something harmful in this file. It was deleted.")


def unfinished() -> str:
    return _("This file is not all here yet. Send it once more.")


def used() -> str:
    return _("This file is kept already.")
