"""What somebody asks for, made ready once: its words, its meaning, the occupations near to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kindling.search import line, meaning, occupations
from kindling.search.bm25 import WordIndex
from kindling.search.meaning import Vectors
from kindling.search.spanish import in_english
from kindling.search.stemming import stem
from kindling.search.words import telling

GUESSED = 0.6  # a word that was only meant counts less than one that was said
GENTLE = 5.0  # occupations near by words alone differ more than those near by meaning


@dataclass(frozen=True)
class Said:
    """One word of the question, and the stems it may stand for (itself, or what was meant)."""

    word: str
    stems: tuple[str, ...]
    weight: float
    meant: str = ""  # what it was taken for, when it was spelt otherwise


@dataclass(frozen=True)
class Question:
    """`vector` is None in the lighter engine; `bridge` too when no occupation is near."""

    text: str
    said: tuple[Said, ...]
    vector: Vectors | None
    bridge: Vectors | None

    @property
    def asked(self) -> dict[str, float]:
        return {root: one.weight / len(one.stems) ** 0.5 for one in self.said for root in one.stems}

    @property
    def is_empty(self) -> bool:
        return not self.said


type Meant = Callable[[str], list[str]]  # a word that no text holds → what it may stand for


def question(text: str, indexes: Sequence[WordIndex], meant: Meant) -> Question:
    """Read what was typed: in English or Spanish, a word or a sentence, spelt well or not."""
    english = in_english(text)
    said = tuple(_said(word, indexes, meant) for word in telling(f"{text} {english}"))
    if english != text:
        # A Spanish word that no place holds has said all in its English.
        said = tuple(one for one in said if _is_held(one, indexes) or one.word in english)
    # A word cut short may stand for many; only one that was misspelt is mended for the model.
    mended = {one.word: one.meant for one in said if one.meant and one.word not in one.meant}
    mending = " ".join(mended.get(word.lower(), word) for word in english.split())
    vector, bridge = told(mending) if said else (None, None)
    return Question(text, said, vector, bridge)


@lru_cache(maxsize=512)
def told(text: str) -> tuple[Vectors | None, Vectors | None]:
    """Return a text's vector and its occupations (939 numbers); kept for the next page."""
    if meaning.is_there():
        vector = line.vectors_of([text])[0]
        return vector, occupations.near((occupations.points() @ vector)[None])[0]
    return None, by_words(text)


def by_words(text: str) -> Vectors | None:
    """The occupations near to a text by its words alone; None when no word is shared."""
    scores, _held = occupations.index().scores(dict.fromkeys(map(stem, telling(text)), 1.0))
    if not scores.max():
        return None
    bridge: Vectors = occupations.near((scores / scores.max())[None], GENTLE)[0]
    return bridge


def _said(word: str, indexes: Sequence[WordIndex], meant: Meant) -> Said:
    root = stem(word)
    guesses = [] if any(root in index.numbers for index in indexes) else meant(word)
    if not guesses:
        return Said(word, (root,), 1.0)
    return Said(word, tuple(dict.fromkeys(map(stem, guesses))), GUESSED, guesses[0])


def _is_held(one: Said, indexes: Sequence[WordIndex]) -> bool:
    return any(root in index.numbers for root in one.stems for index in indexes)
