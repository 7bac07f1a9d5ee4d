"""English words by their stem (Porter, 1980): "fixes", "fixed" and "fixing" are one word."""

from __future__ import annotations

import re
from functools import lru_cache

SECOND = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize",
    "bli": "ble", "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize",
    "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful",
    "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
THIRD = {
    "icate": "ic",
    "ative": "",
    "alize": "al",
    "iciti": "ic",
    "ical": "ic",
    "ful": "",
    "ness": "",
}
FOURTH = (
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
    "ive", "ize", "al", "er", "ic", "ou",
)  # fmt: skip
VOWEL = "(?:[aeiou]|(?<=[^aeiou])y)"
HAS_VOWEL = re.compile(VOWEL)
VOWELS = re.compile(f"{VOWEL}+")
ENDS_SHORT = re.compile(rf"^.*[^aeiou]{VOWEL}[^aeiouwxy]$")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a folded word; words of two letters and other scripts stay as they are."""
    if len(word) <= 2 or not word.isascii():  # noqa: PLR2004
        return word
    word = _without_past(_without_plural(word))
    if word.endswith("y") and HAS_VOWEL.search(word[:-1]):
        word = f"{word[:-1]}i"
    for endings in (SECOND, THIRD):
        word = _replaced(word, endings)
    return _tidied(_without_last(word))


def _measure(part: str) -> int:
    """How often a vowel is followed by a consonant."""
    return len(re.findall(r"V[^V]", VOWELS.sub("V", part)))


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _without_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for ending in ("ed", "ing"):
        rest = word.removesuffix(ending)
        if rest != word and HAS_VOWEL.search(rest):
            break
    else:
        return word
    if rest.endswith(("at", "bl", "iz")):
        return f"{rest}e"
    if len(rest) > 1 and rest[-1] == rest[-2] and rest[-1] not in "aeioulsz":
        return rest[:-1]
    return f"{rest}e" if _measure(rest) == 1 and ENDS_SHORT.match(rest) else rest


def _replaced(word: str, endings: dict[str, str]) -> str:
    for ending in sorted(endings, key=len, reverse=True):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            return rest + endings[ending] if _measure(rest) else word
    return word


def _without_last(word: str) -> str:
    for ending in FOURTH:
        if word.endswith(ending):
            rest = word[: -len(ending)]
            return rest if _measure(rest) > 1 else word
    if word.endswith(("sion", "tion")) and _measure(word[:-3]) > 1:
        return word[:-3]
    return word


def _tidied(word: str) -> str:
    if word.endswith("e"):
        size = _measure(word[:-1])
        if size > 1 or (size == 1 and not ENDS_SHORT.match(word[:-1])):
            word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word
