"""What the school certified and released on paper, for the folder a graduate keeps."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import dataclass

from django.core.files.storage import default_storage
from django.db.models import F
from django.utils.text import slugify

from kindling.narratives.copying import Wanted, wanted
from kindling.narratives.models import Copy, Version
from kindling.people.models import Student
from kindling.transcripts.models import TranscriptPaper


@dataclass(frozen=True)
class Paper:
    """One PDF: what it is called, where it stands in the folder, where it is kept."""

    title: str
    path: str
    kept: str


def narratives_of(student: Student) -> list[Wanted]:
    """The last version of each narrative that was released, the oldest first, as it was written."""
    rows = Version.objects.filter(
        narrative__student=student, number=F("narrative__version_count")
    ).select_related("narrative", "school")
    return [wanted(one, one.language, None) for one in rows.order_by("at", "pk")]


def papers_of(student: Student) -> list[Paper]:
    """Transcripts that no later one replaced, and the narratives that were drawn."""
    certified = TranscriptPaper.objects.filter(
        transcript__student=student, transcript__replaced_by=None, state=TranscriptPaper.State.MADE
    ).select_related("transcript")
    found = [
        Paper(
            one.transcript.get_kind_display(),
            f"transcripts/{one.transcript.kind}-{one.transcript.number}.pdf",
            one.file,
        )
        for one in certified.order_by("transcript__certified_at", "pk")
    ]
    for number, one in enumerate(narratives_of(student), 1):
        facts = {"version": one.version, "language": one.language, "sheet_hash": one.address}
        copy = Copy.objects.filter(**facts).first()
        if copy is not None:
            words = one.version.content
            name = f"{number:02d}-{slugify(words['round'])[:40] or 'narrative'}"
            title = f"{words['round']} · {words['year']}"
            found.append(Paper(title, f"narratives/{name}.pdf", copy.file))
    return found


def write_papers(packed: zipfile.ZipFile, student: Student) -> list[Paper]:
    """Put them into the folder, piece by piece; return what is in it."""
    found = papers_of(student)
    for one in found:
        with default_storage.open(one.kept) as source, packed.open(one.path, "w") as target:
            shutil.copyfileobj(source, target)
    return found
