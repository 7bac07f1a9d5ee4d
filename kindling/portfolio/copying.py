"""A page as data, as it is now: what a link shows from then on."""

from __future__ import annotations

from typing import Any

from kindling.evidence.models import Evidence
from kindling.portfolio.models import ShownPiece, ShowPage


def copy_of(page: ShowPage, pieces: list[ShownPiece], *, with_name: bool) -> dict[str, Any]:
    """Everything a reader may see. A picture that waits for somebody's yes is left out."""
    student = page.student
    return {
        "title": page.title,
        "audience": page.audience,
        "intro": page.intro,
        "name": student.name if with_name else student.first,
        "school": page.school.name,
        "language": page.school.language,
        "pieces": [copy_of_piece(one) for one in pieces if one.evidence.is_kept],
    }


def copy_of_piece(one: ShownPiece) -> dict[str, Any]:
    return {"says": one.words, **facts_of(one.evidence)}


def facts_of(piece: Evidence) -> dict[str, Any]:
    """A piece without anything that only the school may know.

    A file is called by the piece's title and ends as what it is: its own name may be a surname, or
    end in what a reader's computer would run.
    """
    facts: dict[str, Any] = {
        "id": piece.public_id, "kind": piece.kind, "title": piece.title, "words": piece.words,
        "said_by": "", "reflection": piece.reflection, "link": piece.link,
        "on": piece.on.isoformat(), "file": None,
    }  # fmt: skip
    if piece.source != Evidence.Source.OWN:
        facts["said_by"] = piece.said_by.partition(" ")[0]
    upload = piece.upload
    if upload is not None and upload.file and piece.may_be_shown:
        facts["file"] = {
            "name": upload.file, "thumb": upload.thumb, "kind": upload.kind, "type": upload.type,
            "ending": upload.ending, "size": upload.kept_size,
            "called": f"{piece.title.removesuffix(f'.{upload.ending}')}.{upload.ending}",
            "captions": upload.captions, "transcript": upload.transcript,
        }  # fmt: skip
    return facts
