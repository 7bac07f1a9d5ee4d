"""Which texts hold the words, weighed by how rare a word is: BM25, in the process.

The same for SQLite and PostgreSQL, and misspelt words find what was meant (spelling.py).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from math import log

import numpy as np
import numpy.typing as npt

from kindling.search.stemming import stem
from kindling.search.words import SMALL, words_of

type Scores = npt.NDArray[np.float32]

FIELDS = (4.0, 1.0)  # a word of the title says more than one of the text
SATED, LENGTH = 1.2, 0.75


class WordIndex:
    """Texts by number, 0 and up; new ones are added at the end, none is ever taken out."""

    def __init__(self) -> None:
        self.numbers: dict[str, array[int]] = {}  # stem → texts that hold it
        self.counts: dict[str, array[float]] = {}  # stem → how often, the title's words weighed
        self.lengths = array("f")
        self.words: dict[str, None] = {}  # as they stand there, folded

    def __len__(self) -> int:
        return len(self.lengths)

    def add(self, title: str, body: str) -> None:
        number, counts = len(self.lengths), Counter[str]()
        for weight, part in zip(FIELDS, (title, body), strict=True):
            for word in words_of(part):
                if len(word) > 1 and word not in SMALL:
                    self.words[word] = None
                    counts[stem(word)] += weight  # type: ignore[assignment]
        self.lengths.append(float(sum(counts.values())))
        for root, count in counts.items():
            self.numbers.setdefault(root, array("i")).append(number)
            self.counts.setdefault(root, array("f")).append(count)

    def scores(self, asked: Mapping[str, float]) -> tuple[Scores, Scores]:
        """Return for each text its BM25, and which share of what was asked it holds (0 to 1).

        `asked` is stem → how much it counts. A word that few texts hold is more of the question.
        """
        found, held = np.zeros((2, len(self)), np.float32)
        if not len(self):
            return found, held
        lengths = np.array(self.lengths, np.float32)
        usual, all_of_it = float(lengths.mean()) or 1.0, 0.0
        for root, weight in asked.items():
            rows = np.array(self.numbers.get(root, ()), np.int32)
            often = np.array(self.counts.get(root, ()), np.float32)
            rare = log(1 + (len(self) - len(rows) + 0.5) / (len(rows) + 0.5))
            long = 1 - LENGTH + LENGTH * lengths[rows] / usual
            found[rows] += weight * rare * often * (SATED + 1) / (often + SATED * long)
            held[rows] += weight * rare
            all_of_it += weight * rare
        return found, held / all_of_it if all_of_it else held

    def holds(self, number: int, root: str) -> bool:
        """Say whether this text holds the stem."""
        rows = self.numbers.get(root, ())
        at = bisect_left(rows, number)
        return at < len(rows) and rows[at] == number
