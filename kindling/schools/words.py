"""A school's own words for the words of the field."""

from __future__ import annotations

from contextvars import ContextVar

from django.utils.translation import gettext_lazy as _

# What a school may rename (docs/vocabulary.md). Code, tables and URLs keep the key.
DEFAULTS = {
    "advisor": _("advisor"),
    "advisors": _("advisors"),
    "advisory": _("advisory"),
    "advisories": _("advisories"),
    "coordinator": _("coordinator"),
    "internship": _("internship"),
    "internships": _("internships"),
    "mentor": _("mentor"),
    "mentors": _("mentors"),
    "place": _("place"),
    "places": _("places"),
    "exhibition": _("exhibition"),
    "narrative": _("narrative"),
    "goal": _("goal"),
    "goals": _("goals"),
}

own: ContextVar[dict[str, str] | None] = ContextVar("own_words", default=None)


def word(key: str) -> str:
    """Return the school's word for a key of DEFAULTS; an unknown key is an error."""
    default = DEFAULTS[key]
    return (own.get() or {}).get(key) or str(default)
