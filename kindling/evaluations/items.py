"""What a mentor is asked of an intern's term: ten lines, four steps each."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

ITEMS: dict[str, Any] = {
    "dependable": _("Can be relied on: comes, is on time, does what was agreed"),
    "initiative": _("Begins things and looks for the next task"),
    "safety": _("Works safely and keeps to the rules of the place"),
    "communication": _("Listens, asks and tells clearly"),
    "respect": _("Is respectful, with a good attitude"),
    "feedback": _("Learns from what others say"),
    "quality": _("Does the work well"),
    "teamwork": _("Works well with others"),
    "tools": _("Uses the tools and skills of your field"),
    "project": _("Makes progress on the project"),
}

UNSEEN = 0  # there was no chance to see it: an answer, and no level
LEVELS: dict[int, Any] = {
    1: _("Not yet"),
    2: _("On the way"),
    3: _("As we hope"),
    4: _("Beyond that"),
    UNSEEN: _("Could not see it"),
}

TEXTS: dict[str, Any] = {
    "strengths": _("What is this intern good at?"),
    "to_work_on": _("One thing to work on next"),
    "example": _("One time when they were of real use to you"),
}
