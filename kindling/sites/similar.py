"""Are two names the same place? Asked before a second "Joe's Garage" is added."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from kindling.kit.text import plain

# Words that say nothing about which place it is.
EMPTY = {"the", "and", "of", "inc", "llc", "ltd", "co", "company", "corp", "corporation", "gmbh"}
SLIP_FROM, SLIP = (
    4,
    0.82,
)  # letters of a word, and how alike: "Clinc" is a slip, "West" for "East" not
ALIKE = 0.84  # found by trying: typing mistakes pass, "North Clinic" and "South Clinic" do not


def bare(name: str) -> str:
    """Fold a name to what matters: "The Joe’s Garage, Inc." → "joes garage"."""
    words = re.sub(r"[^\w\s]", " ", re.sub(r"['’`]", "", plain(name))).split()
    return " ".join(word for word in words if word not in EMPTY) or plain(name)


def is_surely(one: str, other: str) -> bool:
    """Say whether two spellings are one name: case, accents, Inc., a typing mistake, no more.

    Word by word, so that "East Bay" is not "West Bay"; numbers must be the same.
    """
    first, second = bare(one).split(), bare(other).split()
    if not first or "".join(first) == "".join(second):
        return bool(first)
    return len(first) == len(second) and all(map(_is_slip, first, second))


def spelled(name: str) -> set[str]:
    """Keys of which two names share one where `is_surely` may say yes; for a dictionary of many."""
    words = bare(name).split()
    masked = {
        " ".join([*words[:n], f"{word[:2]}*", *words[n + 1 :]]) for n, word in enumerate(words)
    }
    return {"".join(words), *masked}


def _is_slip(one: str, other: str) -> bool:
    if one == other:
        return True
    long_enough = min(len(one), len(other)) >= SLIP_FROM and not re.search(r"\d", one + other)
    return long_enough and SequenceMatcher(None, one, other).ratio() > SLIP


def is_similar(one: str, other: str) -> bool:
    """Say whether people probably mean the same place by both names."""
    first, second = bare(one), bare(other)
    if not first or not second:
        return False
    if first == second or set(first.split()) == set(second.split()):
        return True
    short, long = sorted((first.split(), second.split()), key=len)
    if len(short) > 1 and set(short) <= set(long):
        return True
    matcher = SequenceMatcher(None, first, second)
    quick = matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE
    return quick and matcher.ratio() >= ALIKE
