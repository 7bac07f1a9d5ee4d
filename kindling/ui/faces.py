"""A person without a picture: two letters on a pebble whose colour and shape stay theirs."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

HUES, SHAPES = 8, 5


@dataclass(frozen=True)
class Face:
    """What a pebble shows: up to two letters, a hue of 1-8 and a shape of 1-5."""

    initials: str
    hue: int
    shape: int


def face(who: Any) -> Face:
    """Return the face of a person, a student, or anything with `public_id` and `name`.

    A student's face is the person's: the same pebble on every page. A plain string works too.
    """
    if isinstance(who, str):
        return _face(who, who)
    person = getattr(who, "person", None) or who
    return _face(person.public_id, person.name)


@lru_cache(maxsize=8192)
def _face(key: str, name: str) -> Face:
    number = crc32(key.encode())
    return Face(initials(name), number % HUES + 1, number // HUES % SHAPES + 1)


def initials(name: str) -> str:
    """Return "MS" for Maya Santos. Scripts without capitals, and emoji, give one sign only.

    Joined letters (Arabic) would change their form side by side, so one stands alone.
    """
    words = [word for word in (_sign(word) for word in name.split()) if word]
    if not words:
        return name.strip()[:1] or "?"
    first, last = words[0], words[-1] if len(words) > 1 else ""
    if first.lower() == first.upper():
        return first
    return (first + (last if last.lower() != last.upper() else "")).upper()[:2]


def _sign(word: str) -> str:
    """The first letter or digit of a word, with its accents in one character."""
    composed = unicodedata.normalize("NFC", word)
    return next((sign for sign in composed if sign.isalnum()), "")
