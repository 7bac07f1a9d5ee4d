"""The engine as an adapter: build(docs) → rank(query, k). ENGINE is hybrid, light, words or meaning."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from kindling.search import asking, meaning
from kindling.search.library import bulk

ENGINE = os.environ.get("ENGINE", "hybrid")
KEPT = {}


def build(docs):
    """`docs`: dicts with id, title and text."""
    if ENGINE in {"light", "words"}:
        meaning.is_there = lambda: False
        asking.told.cache_clear()
    texts = tuple((doc["title"], doc["text"]) for doc in docs)
    library = KEPT.setdefault((ENGINE, texts), None) or bulk(texts)
    KEPT[ENGINE, texts] = library
    ids = [doc["id"] for doc in docs]

    def rank(query, k):
        asked = library.ask(query)
        if asked.is_empty:
            return []
        if ENGINE == "words":
            order = np.argsort(-library.index.scores(asked.asked)[0], kind="stable")
        elif ENGINE == "meaning":
            order = np.argsort(
                -(library.points[: len(library)].astype("f4") @ asked.vector), kind="stable"
            )
        else:
            order = library.rank(asked).numbers
        return [ids[number] for number in order[:k]]

    return rank
