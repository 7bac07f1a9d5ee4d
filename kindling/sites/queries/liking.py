"""Places a student might like, from their own interests, private ones too: for their eyes alone.

What they wrote is asked like a search and kept nowhere. A few places that are open to them, each
with the reason, and one stretch: near to what they wrote, in an area they have not named.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _

from kindling.interests.models import Interest
from kindling.interests.rules import own_interests
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.search.shelves import Answer, ask_each
from kindling.sites import rules
from kindling.sites.queries.answering import Row, fitting, ranked, read_places, sentence
from kindling.sites.queries.cards import PlaceCard, cards_of
from kindling.sites.queries.filters import Filters, age_of
from kindling.sites.shelf import contents_of

MOST_INTERESTS = 8  # the newest
LOOKED_AT = 60  # places for each interest
MOST_PLACES = 240  # for all of them
OFFERED = 3


@dataclass(frozen=True)
class Liked:
    """A place with the interest it answers, and why."""

    card: PlaceCard
    why: str
    is_stretch: bool = False


@dataclass(frozen=True)
class Liking:
    offered: tuple[Liked, ...]
    has_interests: bool
    has_put_away: bool


@dataclass(frozen=True)
class Fit:
    row: Row
    interest: Interest
    answer: Answer


def might_like(viewer: Viewer, student: Student) -> Liking:
    """Read interests, ask the places with each, and choose. The student's own page calls this."""
    mine = own_interests(viewer).filter(ended_on=None).order_by("-since_on", "-pk")[:MOST_INTERESTS]
    interests = list(mine)
    away = set(rules.visible_put_away(viewer).values_list("opportunity_id", flat=True))
    fits = best_fits(viewer, student, interests, away) if interests else []
    cards = {
        card.place.pk: card
        for card in cards_of(read_places(viewer, [f.row.place for f in fits]), viewer, student)
    }
    return Liking(tuple(choose(fits, cards, interests)), bool(interests), bool(away))


def best_fits(
    viewer: Viewer, student: Student, interests: list[Interest], away: set[int]
) -> list[Fit]:
    """Open places, each with the interest it fits best, the best first."""
    read = partial(contents_of, viewer.school)
    texts = [f"{one.words}. {one.why}" for one in interests]
    answers = list(zip(interests, ask_each(viewer.school.pk, texts, read), strict=True))
    asked, age = Filters(is_open=True), age_of(student, viewer)
    fits: dict[int, Fit] = {}
    for one, answer in answers:
        for row in ranked(viewer, asked, age, answer).rows(0, LOOKED_AT):
            known = fits.get(row.place)
            if row.place not in away and (known is None or known.row.score < row.score):
                fits[row.place] = Fit(row, one, answer)
    best = sorted(fits.values(), key=lambda fit: (-fit.row.score, fit.row.place))
    open_now = fitting(viewer, asked, age, [fit.row for fit in best][:MOST_PLACES])
    return [fits[row.place] for row in open_now][:LOOKED_AT]


def choose(fits: list[Fit], cards: dict[int, PlaceCard], interests: list[Interest]) -> list[Liked]:
    """One place for each interest as far as it goes, then the next best; then the stretch."""
    left = [fit for fit in fits if fit.row.place in cards]
    taken: list[Fit] = []
    for fit in [*first_of_each(left), *left]:
        if fit not in taken and len(taken) < OFFERED:
            taken.append(fit)
    known = {one.area for one in interests} | {cards[fit.row.place].area for fit in taken}
    outside = [fit for fit in left if fit not in taken and cards[fit.row.place].area not in known]
    offered = [Liked(cards[fit.row.place], because(fit)) for fit in taken]
    return offered + [
        Liked(cards[fit.row.place], because(fit), is_stretch=True) for fit in outside[:1]
    ]


def first_of_each(fits: list[Fit]) -> list[Fit]:
    seen: dict[int, Fit] = {}
    for fit in fits:
        seen.setdefault(fit.interest.pk, fit)
    return list(seen.values())


def because(fit: Fit) -> str:
    """Say which of their own words a place answers, and how."""
    reason = sentence(fit.answer.reason(fit.row.passage, fit.row.site))
    return _("You wrote “%(interest)s”. %(reason)s") % {
        "interest": fit.interest.words,
        "reason": reason,
    }
