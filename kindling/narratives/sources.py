"""What a paragraph can rest on."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kindling.evidence.models import Evidence
from kindling.ui.format import short_day


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that shows something.

    `key`: "piece:ab12". `label` goes to the family and holds no word it may not read; `said` is for
    who writes. `goals`: public ids of the goals at the top that it touches. `number`: of the
    citation, 0 while it is none.
    """

    key: str
    label: str
    said: str = ""
    url: str = ""
    goals: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Sources of one kind."""

    title: str
    icon: str
    sources: tuple[Source, ...]


def piece_label(piece: Evidence) -> str:
    """What the family reads of a piece: its title only while the student shares it with them."""
    told = {"kind": piece.get_kind_display(), "title": piece.title, "day": short_day(piece.on)}
    if piece.for_family and piece.is_kept:
        return _("%(kind)s: %(title)s, %(day)s") % told
    return _("%(kind)s, %(day)s") % told
