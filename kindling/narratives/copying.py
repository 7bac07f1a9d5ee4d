"""A version on paper: drawn once, kept, and found again by what stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

from kindling.kit.files import keep_bytes
from kindling.narratives.models import Copy, Translation, Version
from kindling.narratives.sheet import DONE, LAYOUT, hash_of_sheet, sheet_of


@dataclass(frozen=True)
class Wanted:
    """A sheet of a version in one language, drawn or not."""

    version: Version
    language: str
    sheet: dict[str, Any]
    address: str  # of the sheet

    @property
    def called(self) -> str:
        """What its file is called when it is saved."""
        student = slugify(self.version.content["student"]) or "narrative"
        return f"{student}-{self.version.number}-{self.language}.pdf"


def wanted(version: Version, language: str, translated: Translation | None) -> Wanted:
    """The sheet in this language. Without a translation the words are those of the version."""
    fits = translated is not None and translated.state in DONE
    sheet = sheet_of(version, language, translated if fits else None)
    return Wanted(version, language, sheet, hash_of_sheet(sheet))


def draw_copy(one: Wanted) -> Copy:
    """Draw and keep it, not saved as a row yet. For a background task: Typst is large."""
    from kindling.paper.draw import draw  # noqa: PLC0415

    drawn, standard = draw(LAYOUT, one.sheet)
    name, digest = keep_bytes(f"narratives/{one.version.school.public_id}", drawn, "pdf")
    return Copy(
        school=one.version.school, version=one.version, language=one.language,
        sheet_hash=one.address, file=name, sha256=digest, size=len(drawn), standard=standard,
    )  # fmt: skip
