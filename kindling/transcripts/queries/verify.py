"""What an address tells whoever holds a transcript."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kindling.agreements.known import Known
from kindling.transcripts.models import Transcript
from kindling.transcripts.rules import known_by
from kindling.ui.format import day


def known_transcript(sha256: str, has_file: bool) -> Known | None:
    """Two statements. It names the school and days, and nobody."""
    found, is_bytes = known_by(sha256)
    if found is None:
        return None
    told = {"school": found.school.name, "day": _day(found)}
    if is_bytes:
        says = _("Unchanged: %(school)s certified this transcript on %(day)s.") % told
    else:
        says = _("%(school)s certified a transcript with this address on %(day)s.") % told
    later = getattr(found, "replaced_by", None)
    more = "" if is_bytes else _("Choose the file, too, to see that nobody has changed it.")
    if later is not None:
        more = _("It was put right: a newer one was certified on %(day)s.") % {"day": _day(later)}
    return Known(says, more, "warn" if later is not None else "good")


def _day(transcript: Transcript) -> str:
    return day(transcript.certified_at.astimezone(transcript.school.zone).date(), year=True)
