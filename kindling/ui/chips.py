"""Chips and pebbles: a list of people has dozens, mostly the same few."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from kindling.ui.faces import face
from kindling.ui.icons import icon as draw
from kindling.ui.icons import icon_again
from kindling.ui.quick import markup, plain

TONE_ICONS = {
    "good": "check",
    "warn": "clock",
    "alert": "circle-alert",
    "info": "calendar",
    "calm": "school",
    "quiet": "",
}


def chip(label: Any, tone: str = "quiet", icon: str | None = None) -> Markup:
    """Words and an icon, never colour alone; `icon` "" for none.

    A quiet chip without one is a plain tag ("Mentor", "1 open").
    """
    return _chip(plain(label), tone, TONE_ICONS[tone] if icon is None else icon)


@lru_cache(maxsize=4096)
def _chip(written: str, tone: str, icon: str) -> Markup:
    """`written` is HTML already."""
    drawn = draw(icon, 14) if icon else ""
    return markup(f'<span class="chip chip--{plain(tone)}">{drawn}{written}</span>')


def pebble(who: Any, size: str = "") -> Markup:
    """Draw somebody's two letters; `size` "", "sm", "lg" or "xl".

    Decoration: the name must stand beside it.
    """
    shown = face(who)
    return _pebble(shown.initials, shown.hue, shown.shape, size)


@lru_cache(maxsize=8192)
def _pebble(initials: str, hue: int, shape: int, size: str) -> Markup:
    css = f"pebble pebble--{plain(size)}" if size else "pebble"
    letters = plain(initials)
    return markup(
        f'<span class="{css} hue-{hue} shape-{shape}" aria-hidden="true">{letters}</span>'
    )


def place_foot(foot: Iterable[tuple[str, Any]], *, marked: bool = False) -> Markup:
    """What stands below a place: (icon, words). `marked`: the page holds the icons already."""
    drawn = [
        f"<span>{icon_again(f'i-{name}', 16) if marked else draw(name, 16)}{plain(words)}</span>"
        for name, words in foot
    ]
    return markup("".join(drawn))
