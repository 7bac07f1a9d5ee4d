"""A student's interests as their own page shows them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from kindling.interests import rules
from kindling.interests.areas import LOOK, Area
from kindling.interests.models import EarlierWords, Interest
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class InterestCard:
    """One interest; `search` is what to look for among places, as it stands in an address."""

    interest: Interest
    icon: str
    hue: int
    search: str


def card_of(interest: Interest) -> InterestCard:
    icon, hue = LOOK[interest.area or Area.OTHER.value]
    search = {"area": interest.area} if interest.area else {"q": interest.words}
    return InterestCard(interest, icon, hue, urlencode(search))


@dataclass(frozen=True)
class InterestPage:
    """One of the viewer's own interests, with how they put it before, newest first."""

    card: InterestCard
    earlier: tuple[EarlierWords, ...]


def interest_page(viewer: Viewer, interest: Interest) -> InterestPage:
    """Read an interest of the viewer's own."""
    earlier = rules.visible_earlier_words(viewer).filter(interest=interest)
    return InterestPage(card_of(interest), tuple(earlier.order_by("-until_at", "-pk")))
