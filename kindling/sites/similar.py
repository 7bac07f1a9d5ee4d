"""Are two names the same place? Asked before a second "Joe's Garage" is added."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from kindling.kit.text import plain

# Words that say nothing about which place it is.
EMPTY = {"the", "and", "of", "inc", "llc", "ltd", "co", "company", "corp", "corporation", "gmbh"}
ALIKE = 0.84  # found by trying: typing mistakes pass, "North Clinic" and "South Clinic" do not


def bare(name: str) -> str:
    """Fold a name to what matters: "The Joe’s Garage, Inc." → "joes garage"."""
    words = re.sub(r"[^\w\s]", " ", re.sub(r"['’`]", "", plain(name))).split()
    return " ".join(word for word in words if word not in EMPTY) or plain(name)


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
