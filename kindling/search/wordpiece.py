"""Text as the model reads it: BERT's WordPiece, without case and accents."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

VOCABULARY = Path(__file__).parent / "data" / "wordpieces.txt"
BEGIN, END, UNKNOWN = 101, 102, 100
MOST_LETTERS = 100  # a longer word is none


@cache
def vocabulary() -> dict[str, int]:
    """Every piece and its number, which is its line in the file."""
    lines = VOCABULARY.read_text(encoding="utf-8").split("\n")[:-1]
    return {piece: number for number, piece in enumerate(lines)}


def numbers_of(text: str, most: int) -> list[int]:
    """Return the numbers of a text's pieces between the two marks, `most` numbers at the most."""
    found = [BEGIN]
    for word in split(text):
        found += pieces_of(word)
        if len(found) >= most:
            break
    return [*found[: most - 1], END]


def split(text: str) -> list[str]:
    """Words and single signs; Chinese and Japanese letters stand alone."""
    folded = unicodedata.normalize("NFD", text.lower())
    return "".join(_spaced(letter) for letter in folded).split()


@lru_cache(maxsize=8192)
def _spaced(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Mn" or letter in "\0\ufffd":
        return ""
    if kind[0] == "C":
        return " " if letter in "\t\n\r" else ""
    is_sign = kind[0] == "P" or (letter.isascii() and not letter.isalnum())
    is_ideograph = kind == "Lo" and ("\u3400" <= letter <= "\u9fff" or letter >= "\U00020000")
    return f" {letter} " if is_sign or is_ideograph else letter


@lru_cache(maxsize=20_000)
def pieces_of(word: str) -> tuple[int, ...]:
    """The longest piece that fits, then the longest of the rest; unknown when nothing fits."""
    known, found, start = vocabulary(), [], 0
    if len(word) > MOST_LETTERS:
        return (UNKNOWN,)
    while start < len(word):
        head = "##" if start else ""
        for end in range(len(word), start, -1):
            number = known.get(head + word[start:end])
            if number is not None:
                break
        else:
            return (UNKNOWN,)
        found.append(number)
        start = end
    return tuple(found)
