"""Places and what they offer, in JSON."""

from datetime import date
from typing import Annotated

from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate

from kindling.interests.areas import Area
from kindling.kit.answers import READS, Clock, Pages, one_of, reads
from kindling.schools.http import ViewerRequest
from kindling.sites import rules
from kindling.sites.models import Opportunity, Site
from kindling.sites.queries.filters import MOST_LETTERS, Filters
from kindling.sites.queries.finding import find_places

places = Router(tags=["places"])
opportunities = Router(tags=["opportunities"])


class PlaceOut(Schema):
    """One address of an organisation."""

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


class Wanted(Schema):
    """What to look for: words or a sentence; by what they mean."""

    q: str = Field("", max_length=MOST_LETTERS)
    area: list[Annotated[str, one_of(Area)]] = Field(default_factory=list)
    day: list[int] = Field(default_factory=list)


@places.get("/", response={**READS, 200: list[PlaceOut]})
@paginate(Pages)
def list_places(request: ViewerRequest) -> object:
    """The school's places, by name. For staff."""
    return rules.visible_sites(request.viewer).order_by("name", "pk")


@places.get("/{public_id}/", response=reads(PlaceOut))
def get_place(request: ViewerRequest, public_id: str) -> Site:
    """One place. For staff."""
    return get_object_or_404(rules.visible_sites(request.viewer), public_id=public_id)


@opportunities.get("/", response={**READS, 200: list[OpportunityOut]})
@paginate(Pages)
def list_opportunities(request: ViewerRequest, wanted: Query[Wanted]) -> object:
    """What is on offer, best first; by words, area and day."""
    days = tuple(day for day in wanted.day if day in range(7))
    areas = tuple(area for area in wanted.area if area in Area)
    filters = Filters(q=wanted.q, areas=areas, days=days)
    return find_places(request.viewer, filters, None).prefetch_related("areas")


@opportunities.get("/{public_id}/", response=reads(OpportunityOut))
def get_opportunity(request: ViewerRequest, public_id: str) -> Opportunity:
    """One thing on offer."""
    seen = rules.visible_opportunities(request.viewer).for_list().prefetch_related("areas")
    return get_object_or_404(seen, public_id=public_id)
