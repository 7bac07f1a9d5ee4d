"""The engine as an adapter: build(docs) → rank(query, k) → ids. Needs no database.

`engine` (or ENGINE in the environment) is hybrid, light, words or meaning.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from kindling.search import asking, meaning
from kindling.search.library import bulk

KEPT = {}


def build(docs, engine=None):
    """`docs`: dicts with id, title and text."""
    engine = engine or os.environ.get("ENGINE", "hybrid")
    needs_model = engine in {"hybrid", "meaning"}
    there = meaning.is_there
    texts = tuple((doc["title"], doc["text"]) for doc in docs)
    ids = [doc["id"] for doc in docs]

    def with_or_without(do):
        meaning.is_there = there if needs_model else lambda: False
        if not needs_model:
            asking.told.cache_clear()
        try:
            return do()
        finally:
            meaning.is_there = there
            if not needs_model:
                asking.told.cache_clear()

    key = (needs_model, texts)
    if key not in KEPT:
        KEPT[key] = with_or_without(lambda: bulk(texts))
    library = KEPT[key]

    def order(asked):
        if engine == "words":
            return np.argsort(-library.index.scores(asked.asked)[0], kind="stable")
        if engine == "meaning":
            return np.argsort(-(library.points[: len(library)] @ asked.vector), kind="stable")
        return library.rank(asked).numbers

    def rank(query, k):
        asked = with_or_without(lambda: library.ask(query))
        return [] if asked.is_empty else [ids[number] for number in order(asked)[:k]]

    return rank
