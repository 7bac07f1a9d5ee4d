"""Rows of what nobody could place: texts and letters as one list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kindling.conversations import rules
from kindling.letterbox.models import Mail
from kindling.schools.viewer import Viewer
from kindling.texts.models import Text
from kindling.texts.rules import unplaced_texts

MOST = 200  # of each


@dataclass(frozen=True, slots=True)
class UnplacedRow:
    """One of them as staff read it. `is_answer`: a letter to a conversation that is known."""

    public_id: str
    at: datetime
    is_text: bool
    sender: str
    subject: str
    words: str
    why: str
    files: int
    whose: str  # to whom the letter went that it answers
    is_answer: bool


def unplaced_rows(viewer: Viewer) -> list[UnplacedRow]:
    """The oldest first. Two statements."""
    found: list[Text | Mail] = [
        *unplaced_texts(viewer)[:MOST],
        *rules.unplaced_mails(viewer).exclude(person=viewer.person_id or 0)[:MOST],
    ]
    return sorted(map(unplaced_row, found), key=lambda one: (one.at, one.public_id))


def unplaced_row(found: Text | Mail) -> UnplacedRow:
    """No statement for what the rules have fetched."""
    if isinstance(found, Text):
        return UnplacedRow(
            found.public_id, found.at, True, found.number, "", found.body, "", 0, "", False
        )
    why = " ".join(filter(None, [found.get_why_display(), found.note]))
    return UnplacedRow(
        found.public_id, found.at, False, found.sender, found.subject, found.text, why,
        found.files, found.person.name if found.person and found.reply_id else "",
        bool(found.reply_id and found.text),
    )  # fmt: skip
