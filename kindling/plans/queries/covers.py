"""A cover sheet as one viewer may read it."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.plans import rules
from kindling.plans.models import CoverSheet, Voice
from kindling.plans.questions import COVER, Question
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Asked:
    """One question, how it is put to this reader, and the answers they may read."""

    question: Question
    ask: str
    student: str
    family: str
    mine: str
    number: int


@dataclass(frozen=True)
class CoverPage:
    """`voice`: for whom the viewer answers, "" for a reader; `here`: the one question, or ""."""

    sheet: CoverSheet
    voice: str
    asked: list[Asked]
    is_mine_in: bool
    here: Asked | None
    next: str

    @property
    def may_write(self) -> bool:
        return bool(self.voice) and not self.sheet.is_open_to_both and not self.is_mine_in


def cover_page(sheet: CoverSheet, viewer: Viewer, ask: str) -> CoverPage:
    """Two statements."""
    part = rules.part_of(viewer, sheet.student)
    voice = rules.voice_of(viewer, sheet, part)
    rows = rules.readable_answers(viewer, sheet, part)
    said = {(one.voice, one.key): one.text for one in rows}
    name = sheet.student.first
    asked = [
        Asked(
            one,
            str(one.family) % {"name": name} if voice == Voice.FAMILY else str(one.ask),
            said.get((Voice.STUDENT, key), ""),
            said.get((Voice.FAMILY, key), ""),
            said.get((voice, key), ""),
            number,
        )
        for number, (key, one) in enumerate(COVER.items(), 1)
    ]
    keys = list(COVER)
    here = next((one for one in asked if one.question.key == ask), None) if voice else None
    follows = keys[here.number] if here and here.number < len(keys) else ""
    return CoverPage(sheet, voice, asked, bool(voice) and sheet.is_in(voice), here, follows)
