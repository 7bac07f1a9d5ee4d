"""What a talk goes through: short questions, in this order. Both write below them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Question:
    """One field of a talk: what it is called in a list, and what it asks."""

    field: str
    label: Any
    ask: Any


QUESTIONS = {
    one.field: one
    for one in (
        Question("wants", _("What I want to talk about"), _("One thing is enough.")),
        Question("brings", _("What the advisor wants to talk about"), _("You both read it.")),
        Question("progress", _("How is the plan going?"), _("What moved since last time?")),
        Question("feeling", _("How are you?"), _("Here, at home, at your place.")),
        Question("obstacles", _("What is in the way?"), _("Something hard, missing or unclear.")),
        Question("notes", _("Anything else"), _("What you both want to remember.")),
    )
}
