"""Texts that can be asked: by their words, their meaning and the occupations near to them.

M2 of decision 0400: z(meaning) + 0.2 z(words) + 0.3 z(occupations); without the model
z(words) + 1.2 z(occupations by words). Numbers of texts count from 0 and never change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from kindling.search.asking import Question, question
from kindling.search.bm25 import Scores, WordIndex
from kindling.search.meaning import SIZE, Vectors
from kindling.search.occupations import NEAREST, occupations, points
from kindling.search.spelling import Spelling

type Numbers = npt.NDArray[np.int64]
type Bools = npt.NDArray[np.bool_]
type Row = npt.NDArray[np.number[Any]]  # of any width

WORDS, BRIDGE, BRIDGE_ALONE = 0.2, 0.3, 1.2  # beside the meaning; without it
NEAR_ENOUGH = 0.27  # as a cosine: less is chance
HELD_ENOUGH = 0.3  # of the question's words, the rare ones counted more
A_SENTENCE = 4  # telling words from which on the nearest few always answer: it is never chance
FEW, APART = 8, 0.5  # so many, when they stand out by so much
SHARED_ENOUGH = 0.02  # of the occupations of two texts, to be named as the reason
MEANT_ENOUGH, DONE_ENOUGH = 0.28, 0.35  # as cosines to question and text: else it only puzzles


@dataclass(frozen=True)
class Ranking:
    """Texts, best first, how well each answers, and whether it answers at all."""

    numbers: Numbers
    scores: Scores
    answers: Bools


@dataclass(frozen=True)
class Reason:
    """Why a text answers: the question's words that it holds, or the occupation between them."""

    words: tuple[str, ...] = ()
    occupation: str = ""


class Library:
    """Vectors stand in float32, 1.5 KB a text; its occupations and words take about as much."""

    def __init__(self) -> None:
        self.index = WordIndex()
        self.points = np.zeros((64, SIZE), np.float32)
        self.lengths = np.zeros(64, np.float32)  # 0 where the meaning is not known yet
        self.near = np.zeros((64, NEAREST), np.int16)
        self.weights = np.zeros((64, NEAREST), np.float32)
        self._spelling = Spelling()

    def __len__(self) -> int:
        return len(self.index)

    @property
    def spelling(self) -> Spelling:
        """How the words of all texts are spelt."""
        return grown(self._spelling, self.index)

    def add(self, title: str, body: str) -> int:
        """Add a text and return its number. Found by its words at once, by meaning after tell()."""
        number = len(self)
        if number == len(self.points):
            for name in ("points", "lengths", "near", "weights"):
                old = getattr(self, name)
                setattr(self, name, np.concatenate([old, np.zeros_like(old)]))
        self.index.add(title, body)
        return number

    def tell(self, number: int, point: Row | None, near: Row, weights: Row) -> None:
        """Say what a text means and which occupations are near to it."""
        if point is not None:
            self.points[number] = point
            self.lengths[number] = np.linalg.norm(point)
        self.near[number], self.weights[number] = near, weights

    def ask(self, text: str) -> Question:
        return question(text, [self.index], self.spelling.meant)

    def rank(self, asked: Question, among: Numbers | None = None) -> Ranking:
        """Rank these texts (all when left out)."""
        among = np.arange(len(self)) if among is None else among
        scores, answers = self.weigh(asked, among)
        if asked.is_empty:
            among, scores, answers = among[:0], scores[:0], answers[:0]
        order = np.argsort(-scores, kind="stable")
        return Ranking(among[order], scores[order], answers[order])

    def weigh(self, asked: Question, among: Numbers) -> tuple[Scores, Bools]:
        """Return how well each of these texts answers, and whether it answers at all."""
        if asked.is_empty or not len(among):
            return np.zeros(len(among), np.float32), np.zeros(len(among), np.bool_)
        words, held = (scores[among] for scores in self.index.scores(asked.asked))
        shared = self.shared(asked, among)
        if asked.vector is not None and self.lengths[among].any():
            lengths = self.lengths[among]
            # All at once and then chosen: copying the chosen rows costs more than the product.
            closeness = (self.points[: len(self)] @ asked.vector)[among]
            scores = standing(closeness, lengths > 0) + WORDS * standing(words)
            scores += BRIDGE * standing(shared, lengths > 0)
            answers = (closeness >= NEAR_ENOUGH * lengths) & (lengths > 0) | (held >= HELD_ENOUGH)
        else:
            scores = standing(words) + BRIDGE_ALONE * standing(shared)
            answers = (words > 0) | (shared > 0.5)  # noqa: PLR2004
        if len(asked.said) >= A_SENTENCE:
            few = np.argsort(-scores, kind="stable")[:FEW]
            answers[few] |= standing(scores)[few] >= APART
        return scores, answers

    def shared(self, asked: Question, among: Numbers) -> Scores:
        """How much the occupations near to each text and to the question are the same, 0 to 1."""
        if asked.bridge is None:
            return np.zeros(len(among), np.float32)
        same: Scores = np.einsum("ij,ij->i", self.weights[among], asked.bridge[self.near[among]])
        return same

    def reason(self, asked: Question, number: int) -> Reason:
        """Say why this text answers."""
        words = [
            one.meant or one.word
            for one in asked.said
            if any(self.index.holds(number, root) for root in one.stems)
        ]
        return Reason(tuple(words), self.occupation(asked, number))

    def occupation(self, asked: Question, number: int) -> str:
        """The occupation that the question and this text share most; empty when none is near."""
        if asked.bridge is None:
            return ""
        both = self.weights[number] * asked.bridge[self.near[number]]
        best = int(both.argmax())
        shared = int(self.near[number][best])
        if both[best] < SHARED_ENOUGH or not self.is_near(asked, number, shared):
            return ""
        return occupations()[shared].title

    def is_near(self, asked: Question, number: int, occupation: int) -> bool:
        """Say whether both mean something like this occupation; without the model nobody knows."""
        if asked.vector is None or not self.lengths[number]:
            return True
        point = points()[occupation]
        meant, done = point @ asked.vector, point @ self.points[number] / self.lengths[number]
        return bool(meant >= MEANT_ENOUGH and done >= DONE_ENOUGH)


def grown(spelling: Spelling, index: WordIndex) -> Spelling:
    """The same, with the words that have come to the index since."""
    spelling.add(list(islice(index.words, len(spelling.words), None)))
    return spelling


def standing(scores: Scores, known: npt.NDArray[np.bool_] | None = None) -> Scores:
    """How far above the rest, in standard deviations; 0 where nothing is known."""
    of = scores if known is None else scores[known]
    if not len(of) or not of.std():
        return np.zeros_like(scores)
    high: Scores = (scores - of.mean()) / of.std()
    return high if known is None else np.where(known, high, 0)


def sparse(bridge: Vectors) -> tuple[Row, Row]:
    """Return the numbers and weights of the nearest occupations of a row of 939."""
    near = np.argpartition(-bridge, NEAREST)[:NEAREST]
    return near.astype(np.int16), bridge[near].astype(np.float16)


def bulk(texts: Sequence[tuple[str, str]]) -> Library:
    """A library of (title, text) made at once, without a database."""
    from kindling.search.telling import tell_texts  # noqa: PLC0415

    library = Library()
    for title, body in texts:
        library.add(title, body)
    for number, one in enumerate(tell_texts(texts)):
        library.tell(number, *one)
    return library
