"""Make the PDF of a transcript, once, in the background, and sign it."""

from __future__ import annotations

import logging

from django.db import transaction
from django.tasks import task
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.kit.files import keep_bytes
from kindling.schools.viewer import Viewer
from kindling.seals.actions import sign_pdf
from kindling.transcripts.models import TranscriptPaper
from kindling.transcripts.sheet import LAYOUT, sheet_of

log = logging.getLogger(__name__)
State = TranscriptPaper.State


@task
def print_transcript(pk: int) -> str:
    """Draw one, sign it and keep it; return its paper's state. What is there is left as it is."""
    rows = TranscriptPaper.objects.select_related("transcript__school", "school")
    paper = rows.get(transcript=pk)
    if paper.is_made:
        return paper.state
    from kindling.paper.draw import draw  # noqa: PLC0415  (Typst is large)

    transcript = paper.transcript
    try:
        with translation.override(transcript.language):
            drawn, standard = draw(LAYOUT, sheet_of(transcript))
            told = {"school": paper.school.name}
            signed = sign_pdf(drawn, paper.school, _("Certified by %(school)s") % told)
    except Exception as failure:
        log.exception("A transcript could not be made")
        error = f"{type(failure).__name__}: {failure}"[:500]
        TranscriptPaper.objects.filter(pk=paper.pk).update(error=error)
        return paper.state
    keep_paper(paper, signed, standard, by=Viewer.system(paper.school))
    return State.MADE


@transaction.atomic
def keep_paper(paper: TranscriptPaper, signed: bytes, standard: str, *, by: Viewer) -> None:
    """Store a PDF under its own SHA-256. The first one stays, whoever else made one meanwhile."""
    name, digest = keep_bytes(f"transcripts/{paper.school.public_id}", signed, "pdf")
    waiting = TranscriptPaper.objects.filter(pk=paper.pk, state=State.WAITING)
    if not waiting.update(
        state=State.MADE, file=name, sha256=digest, standard=standard, made_at=timezone.now(),
        error="",
    ):  # fmt: skip
        return
    record("transcript.print", paper.transcript, by=by, sha256=digest)


@every(minutes=10)
def print_what_waits() -> None:
    """A worker may have been killed, or the disk full: try again those that were not made."""
    waiting = TranscriptPaper.objects.filter(state=State.WAITING).order_by("pk")
    for pk in waiting.values_list("transcript_id", flat=True)[:50]:
        print_transcript.enqueue(pk)
