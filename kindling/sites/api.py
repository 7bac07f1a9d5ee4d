"""Places and what they offer, in JSON."""

from datetime import date
from typing import Annotated, Any

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from kindling.interests.areas import Area
from kindling.kit.answers import READS, Clock, Pages, one_of, reads
from kindling.schools.http import ViewerRequest
from kindling.sites import rules
from kindling.sites.models import Opportunity, Site
from kindling.sites.openness import openness_of
from kindling.sites.queries.filters import ACCESS, LANGUAGES, MOST_LETTERS, WEEK, Filters
from kindling.sites.queries.finding import find_places, find_sites
from kindling.sites.travel import commute_of, minutes_to

places = Router(tags=["places"])
opportunities = Router(tags=["opportunities"])


class PlaceOut(Schema):
    """One address of an organisation. `found_by`: why a search found it."""

    id: str = Field(alias="public_id")
    organisation: str = Field(alias="organisation.name")
    name: str
    address: str
    city: str
    postal_code: str
    latitude: float | None
    longitude: float | None
    phone: str
    languages: str
    access: str
    found_by: str = ""


class OpportunityOut(Schema):
    """Something a student can do at a place. `days`: Monday is 0."""

    id: str = Field(alias="public_id")
    title: str
    what: str
    place: str = Field(alias="site.public_id")
    place_name: str = Field(alias="site.name")
    areas: list[Annotated[str, one_of(Area)]]
    days: list[int] = Field(alias="weekdays")
    starts_at: Clock | None
    ends_at: Clock | None
    capacity: int
    min_age: int | None
    bring: str
    wear: str
    state: Annotated[str, one_of(Opportunity.State)]
    ask_again_on: date | None

    @staticmethod
    def resolve_areas(opportunity: Opportunity) -> list[str]:
        return sorted(row.area for row in opportunity.areas.all())


class FoundOut(OpportunityOut):
    """One of a list. `minutes` from school as the list of places counts them; null: not known.

    `needs_car`: by the timetable nothing goes there and back. `found_by`: why a search found it;
    `not_open`: why nobody can start there now.
    """

    languages: str = Field(alias="site.languages")
    access: str = Field(alias="site.access")
    free_seats: int
    minutes: int | None
    needs_car: bool
    found_by: str = ""
    not_open: str

    @staticmethod
    def resolve_minutes(place: Opportunity, context: dict[str, Any]) -> int | None:
        return minutes_to(context["request"].viewer.school, place)

    @staticmethod
    def resolve_needs_car(place: Opportunity, context: dict[str, Any]) -> bool:
        commute = commute_of(context["request"].viewer.school, place)
        return commute is not None and commute.needs_car

    @staticmethod
    def resolve_not_open(place: Opportunity, context: dict[str, Any]) -> str:
        today = context["request"].viewer.school.today()
        free = int(getattr(place, "free_seats"))  # noqa: B009  (annotated by for_cards)
        reason = openness_of(place, None, today, free_seats=free).first
        return reason.sentence if reason else ""


class Wanted(Schema):
    """What to look for. What is left out, or 0, asks for nothing; the rest goes together."""

    q: str = Field("", max_length=MOST_LETTERS, description="words or a sentence, by meaning")
    area: list[Annotated[str, one_of(Area)]] = Field(default_factory=list)
    day: list[int] = Field(default_factory=list, description="Monday is 0")
    open: bool = Field(False, description="with a free seat; for a student: old enough, too")
    state: str = Field("", description="open, paused, closed or all; for who keeps the places")
    since: int = Field(0, alias="from", ge=0, le=23, description="not before this hour")
    until: int = Field(0, ge=0, le=23, description="over by this hour")
    age: int = Field(0, ge=0, le=25, description="open to somebody of this age")
    language: str = Field("", description=f"spoken there: {', '.join(LANGUAGES)}")
    access: list[str] = Field(default_factory=list, description=f"some of {', '.join(ACCESS)}")
    room: int = Field(0, ge=0, le=60, description="so many free seats")
    minutes: int = Field(0, ge=0, le=240, description="from school, at most")
    order: str = Field("", description="near: what one reaches soonest first (without words)")

    def filters(self, request: ViewerRequest) -> Filters:
        """The same as the page's filters. Words that we do not know ask for nothing."""
        keeps = rules.may_edit_places(request.viewer)
        states = {*Opportunity.State.values, "all"} if keeps else set()
        return Filters(
            q=" ".join(self.q.replace("\0", " ").split()),
            areas=tuple(area for area in Area.values if area in self.area),
            days=tuple(day for day in WEEK if day in self.day),
            is_open=self.open,
            state=self.state if self.state in states else "",
            since=self.since,
            until=self.until,
            age=self.age,
            language=self.language if self.language in LANGUAGES else "",
            access=tuple(need for need in ACCESS if need in self.access),
            room=self.room,
            minutes=self.minutes,
            order="near" if self.order == "near" else "",
        )


@places.get("/", response={**READS, 200: list[PlaceOut]})
@paginate(Pages)
def list_places(request: ViewerRequest, wanted: Query[Wanted]) -> object:
    """The school's places, by name; those where something fits, with words the closest first.

    For staff. `opportunities/` takes the same and answers students and families too.
    """
    return find_sites(request.viewer, wanted.filters(request))


@places.get("/{public_id}/", response=reads(PlaceOut))
def get_place(request: ViewerRequest, public_id: str) -> Site:
    """One place. For staff."""
    return get_object_or_404(rules.visible_sites(request.viewer), public_id=public_id)


@opportunities.get("/", response={**READS, 200: list[FoundOut]})
@paginate(Pages)
def list_opportunities(request: ViewerRequest, wanted: Query[Wanted]) -> object:
    """What is on offer, by title; with words the closest first, each with why it is there."""
    student = rules.own_student(request.viewer) if wanted.open else None
    found = find_places(request.viewer, wanted.filters(request), student)
    return found.prefetch_related("areas")


@opportunities.get("/{public_id}/", response=reads(OpportunityOut))
def get_opportunity(request: ViewerRequest, public_id: str) -> Opportunity:
    """One thing on offer."""
    seen = rules.visible_opportunities(request.viewer).for_list().prefetch_related("areas")
    return get_object_or_404(seen, public_id=public_id)
