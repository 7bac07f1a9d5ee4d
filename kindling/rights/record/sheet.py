"""The record that was given, on paper: every class, every row, and what was held back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kindling.paper.pressed import frame, told
from kindling.rights.models import RecordsItem, RecordsRequest
from kindling.rights.record.areas import area_title, kind_title
from kindling.rights.record.reading import Row
from kindling.ui.format import day

LAYOUT = Path(__file__).parents[1] / "paper" / "record.typ"


@dataclass
class Part:
    """One class of the record in the folder. `held`: what was held back, with its basis."""

    key: str
    rows: list[Row] = field(default_factory=list)
    held: list[RecordsItem] = field(default_factory=list)

    @property
    def title(self) -> str:
        return area_title(self.key)


def sheet_of(asked: RecordsRequest, parts: list[Part]) -> dict[str, Any]:
    """The dict for `paper/record.typ`, in the language that is active."""
    language, name = translation.get_language() or "en", asked.student.name
    school = asked.student.school
    at = asked.closed_at or timezone.now()
    title = _("The record of %(name)s") % {"name": name}
    return {
        **frame(language, title, school.name, timezone.localtime(at)),
        "intro": _(
            "You asked to see it on %(day)s. A person looked at every item. What was held back stands here with the reason."
        )
        % {"day": day(asked.asked_on, year=True)},
        "parts": [_part(one) for one in parts],
        "ends": [_("Is something wrong or unfair in it? You may ask the school to put it right.")],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "title": part.title,
        "held": [
            told(
                f"{_head(kind_title(one.kind), one.on)}: {_('Held back.')} {one.get_basis_display()}"
            )
            for one in part.held
        ],
        "rows": [_row(row) for row in part.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    """One row with its parts; its files are named, and lie beside the PDF."""
    kind = kind_title(row.kind)
    head = f"{kind}: {row.title}" if row.title else kind
    lines = [[line.label, told(line.value)] for line in row.lines]
    lines += [[_("File"), told(f"{called} ({name})")] for name, called in row.files.items()]
    return {
        "head": told(_head(head, row.on)),
        "lines": lines,
        "parts": [_row(one) for one in row.parts],
    }


def _head(words: str, on: Any) -> str:
    return f"{words} · {day(on, year=True)}" if on else words
