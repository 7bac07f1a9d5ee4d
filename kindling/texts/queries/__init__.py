"""Rows of the list of messages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.texts.models import Text
from kindling.texts.replies import LINK
from kindling.texts.rules import visible_texts

Outcome = Text.Outcome
TONES = {
    Outcome.DONE: "good", Outcome.ASKED: "info", Outcome.REFUSED: "warn",
    Outcome.HELPED: "quiet", Outcome.STRANGER: "quiet",
}  # fmt: skip


@dataclass(frozen=True)
class TextRow:
    """One message as leaders read it: no personal links, no words once they are erased."""

    public_id: str
    at: datetime
    who: Person | None
    number: str
    about: str
    words: str
    reply: str
    is_erased: bool
    verb: str
    outcome: str
    tone: str


def listed_texts(viewer: Viewer) -> QuerySet[Text]:
    """Newest first, with the people they name."""
    texts = visible_texts(viewer).select_related("person", "about__person")
    return texts.order_by("-at", "-pk")


def text_rows(texts: Iterable[Text]) -> list[TextRow]:
    """Return the rows; needs person and about fetched along (listed_texts does)."""
    return [
        TextRow(
            text.public_id, text.at, text.person, text.number, about_of(text), text.body,
            text.reply.replace(LINK, _("[personal link]")), text.erased_at is not None,
            text.get_verb_display(), text.get_outcome_display(), TONES[Outcome(text.outcome)],
        )
        for text in texts
    ]  # fmt: skip


def about_of(text: Text) -> str:
    """The student it is about, where somebody else wrote."""
    if text.about is None or text.about.person_id == text.person_id:
        return ""
    return text.about.name
