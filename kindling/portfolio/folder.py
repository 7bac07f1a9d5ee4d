"""The folder: index.html, the files beside it, and all of it as data. Nothing in it asks a server."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils.text import slugify

from kindling.evidence.models import Evidence, Tag
from kindling.evidence.models.tag import TARGETS
from kindling.people.models import Student
from kindling.portfolio.copying import facts_of
from kindling.uploads.models import MEGABYTE

STYLE = Path(__file__).with_suffix(".css")
EVERY = 5  # pieces between two words about how far it is


def write_folder(file: IO[bytes], student: Student, *, tell: Callable[[int, int], None]) -> None:
    """Write the ZIP. A picture that waits for somebody's yes is left out, its words are not."""
    rows = Evidence.objects.filter(student=student, state=Evidence.State.KEPT)
    pieces = list(rows.select_related("upload", "term", "series", "school").order_by("on", "pk"))
    shows = _shows(student)
    told: list[dict[str, Any]] = []
    tell(0, len(pieces))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as packed:
        for number, piece in enumerate(pieces, 1):
            told.append(_write_piece(packed, piece, number, shows.get(piece.pk, [])))
            if number % EVERY == 0:
                tell(number, len(pieces))
        facts = {"name": student.name, "school": student.school.name, "pieces": told}
        page = render_to_string("portfolio/folder/index.html", {"folder": facts})
        packed.writestr("index.html", page)
        packed.writestr("style.css", STYLE.read_text())
        packed.writestr("portfolio.json", json.dumps(facts, indent=1, ensure_ascii=False))
    tell(len(pieces), len(pieces))


def _shows(student: Student) -> dict[int, list[str]]:
    """What each piece is tagged with, in words."""
    found: dict[int, list[str]] = {}
    rows = Tag.objects.filter(evidence__student=student).select_related(*TARGETS)
    for tag in rows.order_by("pk"):
        found.setdefault(tag.evidence_id, []).append(str(tag.target))
    return found


def _write_piece(
    packed: zipfile.ZipFile, piece: Evidence, number: int, shows: list[str]
) -> dict[str, Any]:
    """Put its file into the folder; return what the page and the data say about it."""
    facts = facts_of(piece)
    facts |= {"source": piece.source, "said_by": piece.said_by, "shows": shows}
    facts |= {"term": piece.term.label if piece.term else "", "media": "", "captions": ""}
    facts["series"] = piece.series.title if piece.series else ""
    kept = facts.pop("file")
    facts["type"] = kept["type"] if kept else ""
    facts["transcript"] = kept["transcript"] if kept else ""
    if kept and default_storage.exists(kept["name"]):
        called = f"{number:03d}-{slugify(piece.title)[:40] or piece.kind}"
        facts["media"] = f"media/{called}.{kept['ending']}"
        with (
            default_storage.open(kept["name"], "rb") as source,
            packed.open(facts["media"], "w", force_zip64=True) as target,
        ):
            while data := source.read(MEGABYTE):
                target.write(data)
        if kept["captions"]:
            facts["captions"] = f"media/{called}.vtt"
            packed.writestr(facts["captions"], kept["captions"])
    return facts
