"""Six frames in which a school may look at how somebody learns, in our own words.

For schools whose students prepare a learner profile for somebody else, who issues it and judges
anew. Nothing here is that body's wording, and no level here is one of theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Frame:
    """`code`: judgements of goals whose code begins so stand beside it."""

    key: str
    title: Any
    question: Any
    code: str


FRAMES = (
    Frame(
        "learning", _("Learning to learn"),
        _("Sets out on their own, finds help, and judges their progress honestly?"), "KHL",
    ),
    Frame(
        "finding", _("Finding out"),
        _("Asks, looks carefully, and says what the findings do not show?"), "ER",
    ),
    Frame(
        "measuring", _("Measuring and modelling"),
        _("Uses numbers, shapes and chance to decide something real?"), "QR",
    ),
    Frame(
        "telling", _("Taking in and telling"),
        _("Reaches the people it is meant for, in words or otherwise?"), "CO",
    ),
    Frame(
        "living", _("Living with others"),
        _("Sees a matter from several sides and acts fairly with others?"), "SR",
    ),
    Frame(
        "self", _("Being relied on"),
        _("Keeps commitments, goes on when it is hard, and knows themselves?"), "PQ",
    ),
)  # fmt: skip
BY_KEY = {one.key: one for one in FRAMES}


def middle(positions: list[int]) -> int | None:
    """The level that several assessors together point to: the lower middle; None for fewer than two.

    Never a mean: nobody said 2.6, and nobody is ranked by it.
    """
    return sorted(positions)[(len(positions) - 1) // 2] if len(positions) > 1 else None
