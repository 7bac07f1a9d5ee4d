"""How the lines of a proposal are asked for: a short question, and a hint that helps to answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class FieldWords:
    """Label and hint of one line, both lazy."""

    label: Any
    hint: Any = ""
    rows: int = 3


WORDS = {
    "title": FieldWords(_("Name"), rows=1),
    "question": FieldWords(
        _("What do you want to find out?"),
        _("One question that nobody can answer for you in a minute."), rows=2,
    ),
    "product": FieldWords(
        _("What will there be at the end?"),
        _("Something one can see, hold, use or hear."),
    ),
    "benefit": FieldWords(
        _("Who gains from it, and how?"),
        _("Would the place miss it? Nobody can say yes without this."),
    ),
    "research": FieldWords(
        _("What do you have to find out on the way?"),
        _("Whom will you ask? What will you read, count, try?"),
    ),
    "aims": FieldWords(
        _("What do you want to learn by it?"), _("In your own words.")
    ),
}  # fmt: skip


def field_words(name: str) -> FieldWords:
    """Return how one line is asked for."""
    return WORDS[name]
