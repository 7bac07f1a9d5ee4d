"""Places a student might like, from their own interests, private ones too: for their eyes alone.

What they wrote is asked like a search and kept nowhere. A few places that are open to them, each
with the reason, and one stretch: near to what they wrote, best to two things they wrote, in an area
they have not named.
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
MOST_PLACES, MOST_CARDS = 240, 40  # for all of them
OFFERED = 3
NEAR_ENOUGH = 0.4  # of how well the best place answers the same interest
STRETCHED_ENOUGH = 0.15


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
    """A place that answers an interest; `share` of how well the best place does."""

    row: Row
    interest: Interest
    answer: Answer
    share: float


def might_like(viewer: Viewer, student: Student) -> Liking:
    """Read interests, ask the places with each, and choose. The student's own page calls this."""
    mine = own_interests(viewer).filter(ended_on=None).order_by("-since_on", "-pk")[:MOST_INTERESTS]
    interests = list(mine)
    away = set(rules.visible_put_away(viewer).values_list("opportunity_id", flat=True))
    fits = open_fits(viewer, student, interests, away) if interests else []
    keys = list(dict.fromkeys(fit.row.place for fit in fits))[:MOST_CARDS]
    cards = {card.place.pk: card for card in cards_of(read_places(viewer, keys), viewer, student)}
    return Liking(tuple(choose(fits, cards, interests)), bool(interests), bool(away))


def open_fits(
    viewer: Viewer, student: Student, interests: list[Interest], away: set[int]
) -> list[Fit]:
    """Open places, each with every interest it answers, the best first."""
    texts = [f"{one.words}. {one.why}" for one in interests]
    answers = ask_each(viewer.school.pk, texts, partial(contents_of, viewer.school))
    asked, age = Filters(is_open=True), age_of(student, viewer)
    fits: list[Fit] = []
    for one, answer in zip(interests, answers, strict=True):
        rows = ranked(viewer, asked, age, answer).rows(0, LOOKED_AT)
        top = rows[0].score if rows else 0.0
        fits += [
            Fit(row, one, answer, row.score / top if top > 0 else 1.0)
            for row in rows
            if row.place not in away
        ]
    fits.sort(key=lambda fit: (-fit.row.score, fit.row.place))
    rows = list({fit.row.place: fit.row for fit in fits}.values())[:MOST_PLACES]
    open_now = {row.place for row in fitting(viewer, asked, age, rows)}
    return [fit for fit in fits if fit.row.place in open_now]


def choose(fits: list[Fit], cards: dict[int, PlaceCard], interests: list[Interest]) -> list[Liked]:
    """The best place of each interest, the stretch, and what else is near: shown in another order."""
    fits = [fit for fit in fits if fit.row.place in cards]
    near = [fit for fit in fits if fit.share >= NEAR_ENOUGH]
    taken: dict[int, Fit] = {}
    add_best(taken, near)
    known = {one.area for one in interests} | {cards[place].area for place in taken}
    outside = [fit for fit in fits if cards[fit.row.place].area not in known]
    stretch = stretch_of(outside, cards)
    near = [fit for fit in near if not stretch or fit.row.place != stretch[0].card.place.pk]
    while add_best(taken, near):
        pass
    return [Liked(cards[place], because(fit)) for place, fit in taken.items()] + stretch


def add_best(taken: dict[int, Fit], near: list[Fit]) -> bool:
    """Take one more place for each interest, as far as there is room; say whether there was one."""
    before = len(taken)
    for interest in dict.fromkeys(fit.interest.pk for fit in near):  # the one with the best first
        own = (f for f in near if f.interest.pk == interest and f.row.place not in taken)
        fit = next(own, None)
        if fit is not None and len(taken) < OFFERED:
            taken[fit.row.place] = fit
    return len(taken) > before


def stretch_of(fits: list[Fit], cards: dict[int, PlaceCard]) -> list[Liked]:
    """The place outside the areas they named that is nearest to all they wrote; or none."""
    both: dict[int, list[Fit]] = {}
    for fit in fits:
        if fit.share >= STRETCHED_ENOUGH and fit.row.score > 0:
            both.setdefault(fit.row.place, []).append(fit)
    if not both:
        return []
    place, found = max(both.items(), key=lambda item: sum(fit.row.score for fit in item[1]))
    return [Liked(cards[place], between(found), is_stretch=True)]


def between(found: list[Fit]) -> str:
    """Say what it joins, or which of their words it answers."""
    if len(found) == 1:
        return because(found[0])
    return _("Between “%(one)s” and “%(other)s”.") % {
        "one": found[0].interest.words,
        "other": found[1].interest.words,
    }


def because(fit: Fit) -> str:
    """Say which of their own words a place answers, and how."""
    reason = sentence(fit.answer.reason(fit.row.passage, fit.row.site))
    return _("You wrote “%(interest)s”. %(reason)s") % {
        "interest": fit.interest.words,
        "reason": reason,
    }
