"""A student's own list, and the places that may still go on it."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.kit.text import plain
from kindling.people.models import Student
from kindling.rounds.eligibility import Gate
from kindling.rounds.models import Round, RoundPlace
from kindling.rounds.rules import visible_choices, visible_round_places
from kindling.schools.viewer import Viewer


@dataclass(frozen=True)
class Offer:
    """One place of the round; `bar` says why this student can't take it ("": they can)."""

    place: RoundPlace
    bar: str = ""
    number: int = 0  # on the list; 0: not listed


@dataclass(frozen=True)
class ListPage:
    """`listed` best first, `others` not listed: those that can be taken first."""

    listed: list[Offer]
    others: list[Offer]

    @property
    def open_others(self) -> int:
        return sum(not offer.bar for offer in self.others)


def list_page(one: Round, student: Student, viewer: Viewer, words: str = "") -> ListPage:
    """Read the student's list and the rest of the round. Four statements."""
    places = visible_round_places(viewer).filter(round=one).order_by("opportunity__title", "pk")
    gate = Gate(one, [student])
    mine = visible_choices(viewer).filter(ballot__round=one, ballot__student=student)
    numbers = {choice.place_id: choice.number for choice in mine}
    offers = [offer_of(place, gate, student, numbers.get(place.pk, 0)) for place in places]
    listed = sorted((one_ for one_ in offers if one_.number), key=lambda one_: one_.number)
    asked = plain(words).split()
    others = [one_ for one_ in offers if not one_.number and fits(one_, asked)]
    return ListPage(listed, sorted(others, key=lambda one_: bool(one_.bar)))


def offer_of(place: RoundPlace, gate: Gate, student: Student, number: int) -> Offer:
    bar = gate.bar(student, place)
    return Offer(place, bar.sentence if bar else "", number)


def fits(offer: Offer, asked: list[str]) -> bool:
    """Every word stands in what search reads of the place."""
    return all(f" {word}" in offer.place.opportunity.words for word in asked)
