"""Sentences as students say them, and the demo's places that should answer. No model needed here."""

from dataclasses import dataclass
from pathlib import Path

from kindling.demo.places import PLACES
from kindling.interests.areas import Area

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Told:
    """How well places answered: mean reciprocal rank of the first right one, share in the top 3."""

    mrr: float
    in_three: float


def sentences():
    """Return (English, Spanish): lists of (sentence, titles that are right)."""
    _head, english, spanish = (HERE / "sentences.txt").read_text(encoding="utf-8").split("# ")
    return [
        [(said, right.split(", ")) for said, right in map(parted, part.splitlines()[1:])]
        for part in (english, spanish)
    ]


def parted(line):
    return line.split(" | ")


def places():
    """The demo's places as search reads them: (title, body)."""
    rows = [line.split("|") for line in PLACES]
    return [(title, f"{what}. {Area(area).label}") for _name, title, area, what, *_rest in rows]


def score(asked, order):
    """Score `order(sentence) → numbers of places, best first`."""
    titles = [title for title, _body in places()]
    ranks = []
    for said, right in asked:
        found = [titles[number] for number in order(said)]
        ranks.append(min(found.index(title) + 1 for title in right))
    return Told(
        sum(1 / rank for rank in ranks) / len(ranks), sum(r <= 3 for r in ranks) / len(ranks)
    )
