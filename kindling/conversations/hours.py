"""When the school answers, in a sentence that stands on pages and under letters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from django.utils import translation
from django.utils.translation import gettext as _

from kindling.conversations.models import Thread
from kindling.conversations.rules import choice_of
from kindling.ui.format import clock


@dataclass(frozen=True, slots=True)
class Hours:
    """From when until when, or nothing."""

    start: time | None = None
    end: time | None = None

    def said(self) -> str:
        """“The school answers on school days between 8:00 and 16:00.”, or ""."""
        if self.start is None or self.end is None:
            return ""
        told = {"start": clock(self.start), "end": clock(self.end)}
        return _("The school answers on school days between %(start)s and %(end)s.") % told

    def said_in(self, language: str) -> str:
        """The same for a reader of this language."""
        with translation.override(language):
            return self.said()


def hours_of(thread: Thread) -> Hours:
    """What the school of this conversation says. One statement."""
    choice = choice_of(thread.school)
    return Hours(choice.answers_from, choice.answers_until)
