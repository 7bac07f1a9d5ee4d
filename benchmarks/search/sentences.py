"""Sentences as students say them, and the demo's places that should answer. No model needed here."""

from dataclasses import dataclass
from math import log2
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


def long_sentences():
    """Return (looked at, held out): lists of (sentence, title → 2 for right, 1 for also fine)."""
    parts = (HERE / "long.txt").read_text(encoding="utf-8").split("\n# ")[2:]
    return [[judged(line) for line in part.splitlines()[1:]] for part in parts]


def judged(line):
    said, titles = parted(line)
    right, _bar, fine = titles.partition(" ; ")
    return said, dict.fromkeys(listed(fine), 1) | dict.fromkeys(listed(right), 2)


def listed(titles):
    return titles.split(", ") if titles else []


def parted(line):
    return line.split(" | ")


def places():
    """The demo's places as search reads them: (title, body)."""
    rows = [line.split("|") for line in PLACES]
    return [(title, f"{what}. {Area(area).label}") for _name, title, area, what, *_rest in rows]


def score_judged(asked, order):
    """Mean nDCG@10, and the share with a right place among the first three."""
    titles = [title for title, _body in places()]
    gains, in_three = [], 0
    for said, right in asked:
        found = [titles[number] for number in order(said)[:10]]
        gains.append(gain(found, right))
        in_three += any(right.get(title) == 2 for title in found[:3])
    return sum(gains) / len(gains), in_three / len(asked)


def gain(found, right):
    """nDCG@10 of one ranking; `right` is id → grade."""
    ideal = dcg(sorted(right.values(), reverse=True)[:10])
    return dcg([right.get(one, 0) for one in found]) / ideal


def dcg(grades):
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))


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
