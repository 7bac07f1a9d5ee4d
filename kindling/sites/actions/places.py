"""A whole place in one go: organisation, site and what is on offer. For the form and for imports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from kindling.kit.http import require
from kindling.kit.text import plain
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.actions.opportunities import add_opportunity
from kindling.sites.actions.organisations import add_organisation, add_site
from kindling.sites.models import Opportunity, Organisation, Site


@dataclass(frozen=True)
class NewPlace:
    """A place as a form or a row of a spreadsheet describes it.

    `offer` holds Opportunity's own fields (what, days, starts_at, capacity …), `address` Site's
    (address, city, phone, latitude …). Without `site` the site is called like the organisation.
    """

    organisation: str
    title: str
    site: str = ""
    areas: tuple[str, ...] = ()
    offer: Mapping[str, Any] = field(default_factory=dict)
    address: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def add_place(place: NewPlace, *, by: Viewer) -> Opportunity:
    """Add a place; an organisation and a site of the same name are used again, not doubled."""
    return add_places([place], by=by)[0]


def _known(by: Viewer) -> tuple[dict[str, Organisation], dict[tuple[int, str], Site]]:
    """Organisations and sites by name; the name of what was merged leads to what it is now."""
    homes = Organisation.objects.filter(school=by.school).select_related("merged_into")
    sites = Site.objects.filter(school=by.school).select_related("organisation", "merged_into")
    organisations = {plain(row.name): row.standing for row in sorted(homes, key=_stands)}
    found = {}
    for row in sorted(sites, key=_stands):
        found[row.standing.organisation_id, plain(row.name)] = row.standing
    return organisations, found


def _stands(row: Organisation | Site) -> bool:
    """Sorted by it, what stands for itself comes last and keeps its name."""
    return row.merged_into_id is None


@transaction.atomic
def add_places(places: Iterable[NewPlace], *, by: Viewer) -> list[Opportunity]:
    """Add many places at once, all or none; names are compared without case and accents."""
    require(rules.may_edit_places(by))
    organisations, sites = _known(by)
    added = []
    for place in places:
        home = organisations.get(plain(place.organisation))
        if home is None:
            home = add_organisation(by=by, name=place.organisation)
            organisations[plain(place.organisation)] = home
        name = place.site or place.organisation
        site = sites.get((home.pk, plain(name)))
        if site is None:
            site = add_site(home, by=by, name=name, **place.address)
            sites[home.pk, plain(name)] = site
        opportunity = add_opportunity(
            site, by=by, title=place.title, areas=place.areas, **place.offer
        )
        added.append(opportunity)
    return added
