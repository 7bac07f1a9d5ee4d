"""Find places: without words by title, with words by what they mean (answering.py)."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page
from django.db.models import BooleanField, Exists, OuterRef, Value
from django.utils.translation import gettext as _

from kindling.kit.paging import page_of
from kindling.people.models import Student
from kindling.schools.http import ViewerRequest
from kindling.schools.listing import listing
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.models import OpportunityQuerySet
from kindling.sites.queries.filters import Filters, age_of, narrowed, nearest_first


def page_of_places(
    request: ViewerRequest, filters: Filters, student: Student | None, size: int
) -> Page[Any]:
    """A page of the places that fit. Two statements, whose SQL is kept unless words are asked for."""
    if filters.q or filters.has_needs or (filters.is_open and student is not None):
        return page_of(request, find_places(request.viewer, filters, student), size)
    return places_by_title.page(request, filters, size=size)


# Of fifty places a list shows little.
SHOWN = (
    "public_id", "title", "what", "days", "state", "ask_again_on", "min_age", "site__name",
    "site__latitude", "site__longitude", "site__rests_until", "site__shut_until",
    "site__organisation__name", "commute__minutes",
)  # fmt: skip


@listing
def places_by_title(viewer: Viewer, filters: Filters) -> OpportunityQuerySet:
    """The places that fit, whoever asks."""
    return by_title(viewer, filters, None).only(*SHOWN)


def find_places(viewer: Viewer, filters: Filters, student: Student | None) -> Any:
    """Return the places that fit: a queryset by title, or with words what answers, best first."""
    if not filters.q:
        return by_title(viewer, filters, student)
    from kindling.sites.queries.answering import answering  # noqa: PLC0415  numpy, when needed

    return answering(viewer, filters, student)


def find_sites(viewer: Viewer, filters: Filters) -> Any:
    """Return the sites where something fits, for staff: by name, or the best first with words."""
    sites = rules.visible_sites(viewer).order_by("name", "pk")
    if filters.is_empty:
        return sites
    found = find_places(viewer, filters, None)
    if not filters.q:
        return sites.filter(pk__in=found.order_by().values("site"))
    best_of = found.sites()
    known: dict[int, Any] = {site.pk: site for site in sites.filter(pk__in=list(best_of))}
    for key, site in known.items():
        site.found_by = found.why(best_of[key])
    return [known[key] for key in best_of if key in known]


def by_title(viewer: Viewer, filters: Filters, student: Student | None) -> OpportunityQuerySet:
    places = rules.visible_opportunities(viewer).for_cards()
    places = with_wishes(narrowed(places, filters, viewer, age_of(student, viewer)), viewer)
    return nearest_first(places, viewer.school) if filters.order else places


def with_wishes(places: OpportunityQuerySet, viewer: Viewer) -> OpportunityQuerySet:
    """Add `is_wished`: the place is on the viewer's own wish list."""
    if not rules.may_wish(viewer):
        return places.annotate(is_wished=Value(False, output_field=BooleanField()))
    mine = rules.visible_wishes(viewer).filter(opportunity=OuterRef("pk"))
    return places.annotate(is_wished=Exists(mine))


def state_choices() -> list[tuple[str, str]]:
    """What a keeper may list."""
    return [
        ("", _("Open and paused")),
        ("open", _("Open")),
        ("paused", _("Paused")),
        ("closed", _("Closed")),
        ("all", _("All")),
    ]
