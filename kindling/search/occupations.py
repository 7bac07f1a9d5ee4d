"""The bridge: what somebody asks and what a place offers meet at the occupations near to both.

939 occupations of O*NET 27.0 (data/README.md). A text is told by the 25 nearest of them; two
texts are alike when their occupations are, and the one that both share most is the reason shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kindling.search.bm25 import WordIndex
from kindling.search.meaning import Vectors

DATA = Path(__file__).parent / "data"
NEAREST = 25
SHARPNESS = 20.0  # how much more the nearest counts than the next


@dataclass(frozen=True)
class Occupation:
    code: str
    title: str  # in English, in the plural: "Bicycle Repairers"
    text: str


@cache
def occupations() -> tuple[Occupation, ...]:
    lines = (DATA / "occupations.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(Occupation(*line.split("\t")) for line in lines)


@cache
def points() -> Vectors:
    """Where they stand, one row each, in the order of `occupations()`; committed as int8."""
    kept: npt.NDArray[np.int8] = np.load(DATA / "occupations.npy")
    wide = kept.astype(np.float32)
    unit: Vectors = wide / np.linalg.norm(wide, axis=1, keepdims=True)
    return unit


@cache
def index() -> WordIndex:
    """The same by their words and those of their tasks and job titles, for the lighter engine."""
    found = WordIndex()
    more = (DATA / "occupation_words.txt").read_text(encoding="utf-8").splitlines()
    for one, words in zip(occupations(), more, strict=True):
        found.add(one.title, f"{one.text} {words}")
    return found


def near(closeness: Vectors, sharpness: float = SHARPNESS) -> Vectors:
    """Keep the nearest of each row (texts × occupations), the rest is 0; each row has length 1."""
    chosen = np.argpartition(-closeness, NEAREST, axis=1)[:, :NEAREST]
    how_near = np.take_along_axis(closeness, chosen, 1)
    weights = np.exp(sharpness * (how_near - how_near.max(1, keepdims=True)))
    weights /= np.linalg.norm(weights, axis=1, keepdims=True)
    found = np.zeros(closeness.shape, np.float32)
    np.put_along_axis(found, chosen, weights, 1)
    return found
