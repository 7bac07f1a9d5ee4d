"""Names in somebody's words: found, and taken out. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

SHORTEST = 3  # "Jo" stands in too many words to be looked for alone
# Names that are words, too: found with their capital letter only.
WORDS = frozenset(
    [
        "angel",
        "april",
        "art",
        "august",
        "bill",
        "black",
        "brown",
        "chance",
        "drew",
        "faith",
        "grace",
        "green",
        "hope",
        "jack",
        "joy",
        "june",
        "king",
        "long",
        "mark",
        "may",
        "rose",
        "sky",
        "summer",
        "white",
        "will",
        "wood",
        "young",
    ]
)


def names_in(text: str, names: Iterable[str]) -> list[str]:
    """Return those of the names that stand in the text as words, longest first."""
    return [name for name in _parts(names) if _pattern(name).search(text)]


def without_names(text: str, names: Iterable[str]) -> str:
    """Put “…” where one of these names stands."""
    for name in _parts(names):
        text = _pattern(name).sub("…", text)
    return text


def _parts(names: Iterable[str]) -> list[str]:
    """Whole names and each word of them, without those too short to tell."""
    found = {part for name in names for part in (name.strip(), *re.split(r"[\s-]+", name))}
    return sorted((one for one in found if len(one) >= SHORTEST), key=lambda one: (-len(one), one))


def _pattern(name: str) -> re.Pattern[str]:
    flags = re.NOFLAG if name.lower() in WORDS else re.IGNORECASE
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", flags)
