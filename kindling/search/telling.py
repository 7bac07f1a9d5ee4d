"""What a text means, worked out once and kept with it: about 10 ms a text on one core."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from kindling.search import line, meaning, occupations
from kindling.search.asking import by_words
from kindling.search.library import Row, sparse
from kindling.search.meaning import Vectors
from kindling.search.occupations import NEAREST
from kindling.search.spanish import in_english

TITLE = 0.3  # how much the title alone counts beside the whole text

type Told = tuple[Vectors | None, Row, Row]  # vector, nearest occupations, their weights


def way() -> str:
    """Name what works texts out here; a text told in another way is told again."""
    return "minilm-1" if meaning.is_there() else "words-1"


def tell_texts(texts: Sequence[tuple[str, str]]) -> Iterator[Told]:
    """Tell (title, text) after (title, text)."""
    for title, body in texts:
        whole = in_english(f"{title}. {body}")
        if not meaning.is_there():
            bridge = by_words(whole)
            none = np.zeros(NEAREST, np.int16), np.zeros(NEAREST, np.float16)
            yield None, *(none if bridge is None else sparse(bridge))
            continue
        whole_point, title_point = line.vectors_of([whole, in_english(title)])
        bridge = occupations.near((occupations.points() @ whole_point)[None])[0]
        yield whole_point + TITLE * title_point, *sparse(bridge)
