"""Questions to begin with: one a day in turn, and always a title of one's own instead."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

PROMPTS = {
    "unasked": _("What did I do that nobody asked me to?"),
    "knew": _("What did my mentor know that I did not?"),
    "number": _("What number mattered today?"),
    "affected": _("Who was affected by the work?"),
    "stuck": _("What am I stuck on?"),
    "next": _("What will I do next time?"),
}
KEYS = tuple(PROMPTS)


def prompt_after(count: int) -> str:
    """Return the key whose turn it is, after so many entries."""
    return KEYS[count % len(KEYS)]


def prompt_asked(key: str) -> str:
    """Return the question of a key in the reader's language; "" for none."""
    return str(PROMPTS.get(key, ""))
