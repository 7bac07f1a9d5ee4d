"""One place, one site, one organisation, as their pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from kindling.interests.areas import Area
from kindling.notices.asking import is_left_alone, resting
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.alongside import Part, parts_for
from kindling.sites.models import (
    Commute,
    Opportunity,
    Organisation,
    Quiet,
    Site,
    SiteMentor,
)
from kindling.sites.openness import Openness, openness_of
from kindling.sites.queries.cards import PlaceCard, cards_of
from kindling.sites.queries.history import Told, told
from kindling.sites.queries.mentors import gone_into, quiets_of
from kindling.sites.travel import commute_of, minutes_to


@dataclass(frozen=True)
class MentorLine:
    """A mentor at a site. Contact details are empty for those who may not see them."""

    id: str
    name: str
    title: str
    is_lead: bool
    since_on: date
    email: str = ""
    phone: str = ""
    person_id: str = ""
    rests_until: date | None = None  # asked often this month, by whichever school
    quiet: Quiet | None = None  # they rest, or are not contacted


@dataclass(frozen=True)
class PlacePage:
    """All that a place's page says to this viewer."""

    place: Opportunity
    areas: tuple[Area, ...]
    mentors: tuple[MentorLine, ...]
    openness: Openness
    minutes: int | None
    commute: Commute | None
    is_wished: bool
    history: tuple[Told, ...]
    parts: list[Part]


def place_page(viewer: Viewer, place: Opportunity, student: Student | None) -> PlacePage:
    """Read one place: areas, mentors, seats, the viewer's wish, and for leaders its history."""
    areas = tuple(Area(row.area) for row in place.areas.order_by("pk"))
    return PlacePage(
        place=place,
        areas=areas or (Area.OTHER,),
        mentors=mentors_at(viewer, place.site),
        openness=openness_of(place, student, viewer.school.today()),
        minutes=minutes_to(viewer.school, place),
        commute=commute_of(viewer.school, place),
        is_wished=rules.visible_wishes(viewer).filter(opportunity=place).exists(),
        history=told(viewer, [place.public_id]),
        parts=parts_for(viewer, place),
    )


def mentors_at(viewer: Viewer, site: Site) -> tuple[MentorLine, ...]:
    """Current mentors, the lead first. Only staff read how to reach them."""
    contacts = rules.sees_contacts(viewer)
    return tuple(mentor_line(row, contacts) for row in current_mentors(site))


def current_mentors(site: Site) -> list[SiteMentor]:
    rows = site.mentors.filter(until_on__isnull=True).select_related("person")
    return list(rows.order_by("-is_lead", "since_on", "pk"))


def mentor_line(
    row: SiteMentor, contacts: bool, rests_until: date | None = None, quiet: Quiet | None = None
) -> MentorLine:
    return MentorLine(
        id=row.public_id,
        name=row.person.name,
        title=row.title,
        is_lead=row.is_lead,
        since_on=row.since_on,
        email=row.person.email if contacts else "",
        phone=row.person.phone if contacts else "",
        person_id=row.person.public_id if contacts else "",
        rests_until=rests_until,
        quiet=quiet,
    )


@dataclass(frozen=True)
class SitePage:
    """A site with its mentors, what is on offer, and what happened there.

    `quiets`: what holds now, with its reason. `came`: who moved here, while nothing is on offer.
    `names`: of entries that were merged into this one.
    """

    site: Site
    mentors: tuple[MentorLine, ...]
    places: tuple[PlaceCard, ...]
    names: list[str]
    quiets: list[Quiet]
    history: tuple[Told, ...]
    parts: list[Part]

    @property
    def came(self) -> list[MentorLine]:
        """A site with a mentor and nothing on offer is a lead."""
        return [] if self.places or self.quiets else list(self.mentors)


def site_page(viewer: Viewer, site: Site) -> SitePage:
    """Read one site for staff, with closed places too."""
    places = list(rules.visible_opportunities(viewer).filter(site=site).for_cards())
    rows = current_mentors(site)
    people = [row.person for row in rows]
    rests, held = resting(people, viewer.school), quiets_of(viewer, site, *people)
    quiets = {one.person_id: one for one in held if one.person_id}
    shut = next((one for one in held if one.site_id and one.kind == Quiet.Kind.NO_CONTACT), None)
    for person in people:
        if shut and is_left_alone(person, viewer.school.today()):
            quiets.setdefault(person.pk, shut)
    ids = [site.public_id, *(place.public_id for place in places)]
    gone = gone_into(viewer, site.public_id)
    ids += [public_id for public_id, _name in gone]
    return SitePage(
        site=site,
        mentors=tuple(
            mentor_line(row, True, rests.get(row.person_id), quiets.get(row.person_id))
            for row in rows
        ),
        places=tuple(cards_of(places, viewer, None)),
        names=[name for _id, name in gone],
        quiets=held,
        history=told(viewer, ids),
        parts=parts_for(viewer, site),
    )


@dataclass(frozen=True)
class OrganisationPage:
    """An organisation with its sites, what is on offer at each, and what happened."""

    organisation: Organisation
    sites: tuple[tuple[Site, tuple[PlaceCard, ...]], ...]
    history: tuple[Told, ...]


def organisation_page(viewer: Viewer, organisation: Organisation) -> OrganisationPage:
    """Read one organisation for staff."""
    sites = list(rules.visible_sites(viewer).filter(organisation=organisation).order_by("name"))
    places = rules.visible_opportunities(viewer).filter(site__organisation=organisation)
    cards = cards_of(places.for_cards(), viewer, None)
    ids = [organisation.public_id, *(site.public_id for site in sites)]
    gone = gone_into(viewer, organisation.public_id)
    ids += [public_id for public_id, _name in gone]
    return OrganisationPage(
        organisation=organisation,
        sites=tuple(
            (site, tuple(card for card in cards if card.place.site_id == site.pk)) for site in sites
        ),
        history=told(viewer, ids),
    )


def listed_organisations(viewer: Viewer) -> QuerySet[Organisation]:
    """Organisations by name, each with `sites_count` and `places_count` (closed ones not counted)."""
    live = ~Q(sites__opportunities__state=Opportunity.State.CLOSED)
    return (
        rules.visible_organisations(viewer)
        .annotate(
            sites_count=Count("sites", filter=Q(sites__merged_into=None), distinct=True),
            places_count=Count("sites__opportunities", filter=live, distinct=True),
        )
        .order_by("name", "pk")
    )
