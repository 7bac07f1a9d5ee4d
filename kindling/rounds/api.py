"""Rounds in JSON, to read: what is open, one's own list, and what came out."""

from datetime import datetime
from typing import Annotated

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema
from ninja.pagination import paginate

from kindling.kit.answers import READS, Pages, one_of, reads
from kindling.rounds import rules
from kindling.rounds.mechanism import seed_hash
from kindling.rounds.models import Choice, Outcome, Round
from kindling.schools.http import ViewerRequest

router = Router(tags=["rounds"])


class RoundPlaceOut(Schema):
    """A place with so many of its seats in the round."""

    opportunity: str = Field(alias="opportunity.public_id")
    seats: int


class RoundOut(Schema):
    """A round. `seed` is "" until the result; `seed_hash` shows from the start that it stays."""

    id: str = Field(alias="public_id")
    name: str
    note: str
    state: Annotated[str, one_of(Round.State)]
    closes_at: datetime
    published_at: datetime | None
    seed_hash: str
    seed: str
    places: list[RoundPlaceOut]

    @staticmethod
    def resolve_seed_hash(one: Round) -> str:
        return seed_hash(one.seed)

    @staticmethod
    def resolve_seed(one: Round) -> str:
        return one.seed if one.state == Round.State.PUBLISHED else ""

    @staticmethod
    def resolve_places(one: Round) -> object:
        return one.places.all()


class ChoiceOut(Schema):
    """One place on one's own list; number 1 is what one wants most."""

    number: int
    opportunity: str = Field(alias="place.opportunity.public_id")


class OutcomeOut(Schema):
    """What a student got: a place or "", which choice of theirs, their number of the lottery."""

    student: str = Field(alias="student.public_id")
    opportunity: str
    choice: int | None
    number: int
    pursuit: str

    @staticmethod
    def resolve_opportunity(row: Outcome) -> str:
        return row.place.opportunity.public_id if row.place else ""

    @staticmethod
    def resolve_pursuit(row: Outcome) -> str:
        return row.pursuit.public_id if row.pursuit else ""


def _rounds(request: ViewerRequest) -> QuerySet[Round]:
    rounds = rules.visible_rounds(request.viewer).prefetch_related("places__opportunity")
    return rounds.order_by("-created_at", "-pk")


def _find(request: ViewerRequest, public_id: str) -> Round:
    return get_object_or_404(rules.visible_rounds(request.viewer), public_id=public_id)


@router.get("/", response={**READS, 200: list[RoundOut]})
@paginate(Pages)
def list_rounds(request: ViewerRequest) -> QuerySet[Round]:
    """Rounds one sees, the newest first."""
    return _rounds(request)


@router.get("/{public_id}/", response=reads(RoundOut))
def get_round(request: ViewerRequest, public_id: str) -> Round:
    """One round and its places."""
    return get_object_or_404(_rounds(request), public_id=public_id)


@router.get("/{public_id}/list/", response={**READS, 200: list[ChoiceOut]})
@paginate(Pages)
def own_list(request: ViewerRequest, public_id: str) -> QuerySet[Choice]:
    """One's own list, best first. Nobody reads somebody else's."""
    one = _find(request, public_id)
    return rules.visible_choices(request.viewer).filter(ballot__round=one)


@router.get("/{public_id}/outcomes/", response={**READS, 200: list[OutcomeOut]})
@paginate(Pages)
def list_outcomes(request: ViewerRequest, public_id: str) -> QuerySet[Outcome]:
    """What came out for the students one sees: once published, for who runs rounds before."""
    one = _find(request, public_id)
    return rules.visible_outcomes(request.viewer).filter(round=one).order_by("number")
