"""What a spreadsheet of places would add and change: organisation, site, mentor, opportunity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from kindling.exchange.planning.changes import Plan
from kindling.exchange.planning.from_sheet import Line, lines_of
from kindling.exchange.planning.known import Known
from kindling.exchange.planning.place_cells import areas_of, opportunity_facts, site_facts
from kindling.exchange.reading.faults import Log
from kindling.exchange.reading.sheet_values import address_typed, split_name
from kindling.exchange.reading.sheets import Sheet
from kindling.kit.text import plain
from kindling.schools.models import Membership, Person
from kindling.schools.roles import Role
from kindling.sites.doubles import street
from kindling.sites.models import (
    Opportunity,
    OpportunityArea,
    Organisation,
    Seat,
    Site,
    SiteMentor,
)
from kindling.sites.similar import is_similar, is_surely, spelled


@dataclass
class Places:
    """The school's places by what they are called, and the plan in hand."""

    known: Known
    plan: Plan = field(default_factory=Plan)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    alike: dict[str, list[Organisation]] = field(default_factory=dict)
    sites: dict[tuple[str, str], Site] = field(default_factory=dict)
    addresses: dict[str, Site] = field(default_factory=dict)
    opportunities: dict[tuple[str, str], Opportunity] = field(default_factory=dict)
    areas: dict[str, set[str]] = field(default_factory=dict)
    seats: dict[str, int] = field(default_factory=dict)
    mentors: dict[tuple[str, str], SiteMentor] = field(default_factory=dict)
    led: set[str] = field(default_factory=set)
    adults: dict[str, Person] = field(default_factory=dict)

    def remember(self, organisation: Organisation, name: str) -> None:
        self.organisations[plain(name)] = organisation
        for key in spelled(name):
            self.alike.setdefault(key, []).append(organisation)


def plan_places(sheet: Sheet, mapping: Mapping[str, int], known: Known, log: Log) -> Plan:
    """One row is one opportunity; rows of the same organisation share it."""
    places = load_places(known)
    for line in lines_of(sheet, mapping, log):
        _plan_line(places, line)
    return places.plan


def load_places(known: Known) -> Places:
    """Read the places of the school, a fixed number of statements."""
    school, places = known.school, Places(known)
    # What was merged into another is known by its name, and leads there; the others come last.
    homes = Organisation.objects.filter(school=school).select_related("merged_into")
    for organisation in sorted(homes, key=lambda one: one.merged_into_id is None):
        places.remember(organisation.standing, organisation.name)
    sites = Site.objects.filter(school=school)
    related = sites.select_related("organisation", "merged_into__organisation")
    for row in sorted(related, key=lambda one: one.merged_into_id is None):
        site = row.standing
        places.sites[site.organisation.public_id, plain(row.name)] = site
        if site.address:
            places.addresses[plain(f"{site.address} {site.city}")] = site
    for opportunity in Opportunity.objects.filter(school=school).select_related("site"):
        places.opportunities[opportunity.site.public_id, plain(opportunity.title)] = opportunity
    owned = Seat.objects.filter(school=school).values_list("opportunity__public_id", "number")
    for public_id, number in owned:
        places.seats[public_id] = max(number, places.seats.get(public_id, 0))
    tagged = OpportunityArea.objects.filter(school=school)
    for public_id, area in tagged.values_list("opportunity__public_id", "area"):
        places.areas.setdefault(public_id, set()).add(area)
    _load_mentors(places)
    return places


def _load_mentors(places: Places) -> None:
    rows = SiteMentor.objects.filter(school=places.known.school, until_on__isnull=True)
    for row in rows.select_related("site", "person"):
        places.mentors[row.site.public_id, row.person.public_id] = row
        if row.is_lead:
            places.led.add(row.site.public_id)
    known = places.known.people
    for entry in sorted(known.values(), key=lambda one: one.merged_into_id is not None):
        person = known.get(entry.standing.public_id, entry) if entry.merged_into_id else entry
        if person.public_id not in places.known.students:
            places.adults.setdefault(_who(entry.name, entry.email), person)
            if (person.public_id, Role.MENTOR.value) in places.known.hats:
                places.adults.setdefault(_who(entry.name, ""), person)


def _plan_line(places: Places, line: Line) -> None:
    name = line.text("organization")
    if not name:
        line.spot("organization").fault(
            "no_organisation",
            _("This row names no organisation."),
            _("Write the name of the business, agency or person."),
        )
        return
    site_found, facts = site_facts(line, name), opportunity_facts(line)
    mentor, areas = _mentor_facts(line), areas_of(line)
    if site_found is None or facts is None or mentor is None:
        return
    organisation = _organisation(places, line, name)
    site = _site(places, line, organisation, site_found)
    _plan_mentor(places, line, site, mentor)
    _plan_opportunity(places, line, site, facts, areas)


def _organisation(places: Places, line: Line, name: str) -> Organisation:
    organisation = places.organisations.get(plain(name))
    if organisation is not None:
        return organisation
    close = {one.public_id: one for key in spelled(name) for one in places.alike.get(key, [])}
    alike = next((one for one in close.values() if is_surely(one.name, name)), None)
    if alike is not None:
        _say_taken(line, "organization", name, alike.name)
        places.organisations[plain(name)] = alike
        return alike
    website = line.text("website")
    organisation = Organisation(school=places.known.school, name=name)
    organisation.website = website if website.startswith(("http://", "https://")) else ""
    places.remember(organisation, name)
    places.plan.add(organisation, name, line.origin)
    return organisation


def _say_taken(line: Line, column: str, typed: str, name: str) -> None:
    """Another spelling of what is here: one entry, and the preview says so."""
    line.spot(column).note(
        "taken_as",
        _("“%(typed)s” is taken as “%(name)s”.") % {"typed": typed, "name": name},
        _("If it is another one, give it a name that tells them apart."),
        typed,
    )


def _site(places: Places, line: Line, organisation: Organisation, facts: dict[str, Any]) -> Site:
    label = f"{organisation.name} · {facts['name']}"
    key = (organisation.public_id, plain(facts["name"]))
    site = places.sites.get(key)
    if site is None and (site := _same_site(places, organisation, facts)) is not None:
        places.sites[key] = site
        if not is_surely(organisation.name, facts["name"]):
            _say_taken(line, "site", facts["name"], site.name)
        facts = {key: value for key, value in facts.items() if not getattr(site, key)}
        label = f"{organisation.name} · {site.name}"
    if site is not None:
        given = {name: value for name, value in facts.items() if value not in ("", None)}
        places.plan.change(site, given, label, line.origin)
        return site
    address = plain(f"{facts['address']} {facts['city']}")
    neighbour = places.addresses.get(address) if facts["address"] else None
    if neighbour is not None and neighbour.organisation.public_id != organisation.public_id:
        line.spot("street").note(
            "same_address",
            _("“%(name)s” has the same address.") % {"name": neighbour.name},
            _("If it is the same place, write the same name."),
            facts["address"],
        )
    site = Site(school=places.known.school, organisation=organisation, **facts)
    places.sites[organisation.public_id, plain(site.name)] = site
    places.addresses.setdefault(address, site)
    places.plan.add(site, label, line.origin, is_main=organisation.pk is not None)
    return site


def _same_site(places: Places, organisation: Organisation, facts: dict[str, Any]) -> Site | None:
    """A site of this organisation under another spelling, or nearly so at the same address."""
    where = street(facts["address"], facts["city"])
    for (home, _name), site in places.sites.items():
        if home != organisation.public_id:
            continue
        is_there = bool(where) and where == street(site.address, site.city)
        if is_surely(site.name, facts["name"]) or (
            is_there and is_similar(site.name, facts["name"])
        ):
            return site
    return None


def _mentor_facts(line: Line) -> dict[str, Any] | None:
    """Name and contact of the mentor; empty when the row names none, None when it is wrong."""
    email = line.text("mentor_email")
    before = line.log.faults.total
    given, family = split_name(line.text("mentor"))
    facts = {
        "given_name": given,
        "family_name": family,
        "email": address_typed(email, line.spot("mentor_email")) if email else "",
        "phone": line.text("mentor_phone"),
    }
    return facts if line.log.faults.total == before else None


def _who(name: str, email: str) -> str:
    return f"{plain(name)}|{email.lower()}"


def _plan_mentor(places: Places, line: Line, site: Site, facts: dict[str, Any]) -> None:
    if not facts["given_name"]:
        return
    person = _mentor(places, line, facts)
    hat = (person.public_id, Role.MENTOR.value)
    today = places.known.today
    if hat not in places.known.hats:
        row = Membership(school=places.known.school, person=person, role=Role.MENTOR.value)
        row.since_on = today
        places.known.hats[hat] = row
        places.plan.add(row, f"{person.name} · {Role.MENTOR.label}", line.origin, is_main=False)
    pair = (site.public_id, person.public_id)
    if pair not in places.mentors:
        guide = SiteMentor(school=places.known.school, site=site, person=person, since_on=today)
        guide.title = line.text("mentor_title")[:120]
        guide.is_lead = site.public_id not in places.led
        places.mentors[pair] = guide
        places.led.add(site.public_id)
        is_main = site.pk is not None and person.pk is not None
        places.plan.add(guide, f"{site.name} · {person.name}", line.origin, is_main=is_main)


def _mentor(places: Places, line: Line, facts: dict[str, Any]) -> Person:
    """The adult of this name and address here, or a new one. Another address: another adult."""
    name = f"{facts['given_name']} {facts['family_name']}".strip()
    known = places.adults.get(_who(name, facts["email"]))
    if known is not None and facts["email"] and known.email.lower() != facts["email"].lower():
        return known  # typed as before two entries became this one
    person = known or places.adults.get(_who(name, ""))
    if person is not None and person.email and facts["email"]:
        person = person if person.email.lower() == facts["email"].lower() else None
    if person is not None:
        given = {part: facts[part] for part in ("email", "phone") if facts[part]}
        places.plan.change(person, given, person.name, line.origin)
        return person
    person = Person(school=places.known.school, **facts).compose()
    person.language = places.known.school.language
    places.adults[_who(name, facts["email"])] = person
    places.plan.add(person, person.name, line.origin)
    return person


def _plan_opportunity(
    places: Places, line: Line, site: Site, facts: dict[str, Any], areas: list[str]
) -> None:
    title = facts.pop("title") or _("Internship at %(name)s") % {"name": site.name}
    title = title[:200]
    key = (site.public_id, plain(title))
    place = places.opportunities.get(key)
    label = f"{title} · {site.name}"
    if place is None:
        given = {name: value for name, value in facts.items() if value not in ("", None)}
        place = Opportunity(school=places.known.school, site=site, title=title, **given)
        place.compose_words(areas)
        places.opportunities[key] = place
        places.plan.add(place, label, line.origin)
    else:
        place.site = site
        given = {name: value for name, value in facts.items() if value not in ("", None)}
        if given.get("capacity", 0) < place.capacity:
            given.pop("capacity", None)  # fewer seats is a decision for the place's own page
        places.plan.change(place, given, label, line.origin)
    _plan_parts(places, line, place, areas)


def _plan_parts(places: Places, line: Line, place: Opportunity, areas: list[str]) -> None:
    """Interest areas and seats of an opportunity."""
    had = places.areas.setdefault(place.public_id, set())
    wanted = areas or ([] if had else ["other"])
    for area in wanted:
        if area not in had:
            had.add(area)
            row = OpportunityArea(school=places.known.school, opportunity=place, area=area)
            label = f"{place.title} · {row.get_area_display()}"
            places.plan.add(row, label, line.origin, is_main=place.pk is not None)
    for number in range(places.seats.get(place.public_id, 0) + 1, place.capacity + 1):
        seat = Seat(school=places.known.school, opportunity=place, number=number)
        places.plan.add(seat, place.title, line.origin, is_main=False)
        places.seats[place.public_id] = number
