"""A word that no text holds stands for those that begin with it, hold it, or are spelt nearly so."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy as np

from kindling.search.wordpiece import vocabulary

SHORTEST = 4  # a shorter word is near to too many
LONG = 8  # from here on two slips are forgiven
MOST = 6  # words that one may stand for


class Spelling:
    """The words that texts hold, found by a piece or by nearly their letters. Words are only added."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words: list[str] = []
        self.pairs: dict[str, array[int]] = {}  # two letters → words that have them
        self.add(words)

    def add(self, words: Iterable[str]) -> None:
        """Add words that are not there yet."""
        for number, word in enumerate(words, len(self.words)):
            self.words.append(word)
            for pair in pairs_of(word):
                self.pairs.setdefault(pair, array("i")).append(number)

    def meant(self, word: str) -> list[str]:
        return meant(word, [self])

    def near(self, word: str) -> list[str]:
        """Words that share half of its pairs of letters."""
        shared = np.zeros(len(self.words), np.int16)
        for pair in pairs_of(word):
            shared[np.array(self.pairs.get(pair, ()), np.int32)] += 1
        return [self.words[n] for n in np.flatnonzero(shared >= max(1, len(word) / 2 - 1)).tolist()]


def meant(word: str, spellings: Iterable[Spelling]) -> list[str]:
    """Return what was probably meant, best first; nothing when nothing is near."""
    if len(word) < SHORTEST - 1:
        return []
    near = sorted({one for spelling in spellings for one in spelling.near(word)})
    begin = [one for one in near if one.startswith(word)]
    if begin or len(word) < SHORTEST:
        return sorted(begin, key=len)[:MOST]
    if is_english(word):
        return []
    inside = [one for one in near if word in one]
    if inside:
        return sorted(inside, key=len)[:MOST]
    return slipped(word, near)


def slipped(word: str, near: list[str]) -> list[str]:
    most = 2 if len(word) >= LONG else 1
    found = [(slips(word, one, most), one) for one in near if abs(len(one) - len(word)) <= most]
    return [one for count, one in sorted(found) if count <= most][:2]


def is_english(word: str) -> bool:
    """Say whether the word is a usual one, so that no slip need be looked for."""
    return word in vocabulary()


def pairs_of(word: str) -> set[str]:
    return {word[start : start + 2] for start in range(len(word) - 1)}


def slips(one: str, other: str, most: int) -> int:
    """Letters left out, added, changed or swapped with their neighbour; `most` + 1 for more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before, row = before, row, [at]
        for to, wanted in enumerate(other, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            swapped = at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted
            row.append(min(cost, earlier[to - 2] + 1) if swapped else cost)
        if min(row) > most:
            return most + 1
    return row[-1]
