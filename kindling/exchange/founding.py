"""Make the schools and the calendar that a package names and Kindling does not know yet."""

from __future__ import annotations

from django.db import transaction
from django.utils.text import slugify

from kindling.exchange.planning.calendar import Calendar
from kindling.exchange.reading.records import Org, Package
from kindling.schools.beginning import begin
from kindling.schools.models import Installation, Network, School, SchoolYear, Term
from kindling.schools.slugs import RESERVED


def known_school(org: Org) -> School | None:
    """The school that was made from this row, or one that has its name and no id yet."""
    schools = School.objects.all()
    found = schools.filter(source_id=org.source_id).first()
    return found or schools.filter(source_id="", name__iexact=org.name).first()


@transaction.atomic
def found_school(org: Org, package: Package, *, slug: str = "") -> School:
    """Make a school, and its network from the district above it. Nobody has set it up yet."""
    Installation.mark_real()
    school: School = School.objects.create(
        network=_network_of(org, package),
        name=org.name[:200],
        slug=_free_slug(slug or slugify(org.name)[:45] or "school"),
        source_id=org.source_id,
    )
    begin(school)
    return school


@transaction.atomic
def found_calendar(school: School, calendar: Calendar | None) -> None:
    """Give a school without a year the one that its roster knows."""
    if calendar is None or school.years.exists():
        return
    year = SchoolYear.objects.create(
        school=school,
        label=calendar.year.label,
        starts_on=calendar.year.starts_on,
        ends_on=calendar.year.ends_on,
    )
    Term.objects.bulk_create(
        Term(
            school=school,
            year=year,
            kind=calendar.kind,
            label=term.label,
            starts_on=term.starts_on,
            ends_on=term.ends_on,
        )
        for term in calendar.terms
    )


def _network_of(org: Org, package: Package) -> Network:
    """The district above the school; without one, the only network there is, or a new one."""
    districts = {o.source_id: o for o in package.orgs if o.type == "district"}
    district = districts.get(org.parent)
    if district is None and Network.objects.count() == 1:
        return Network.objects.get()
    name = district.name if district else org.name
    network, _made = Network.objects.get_or_create(
        slug=slugify(name)[:50] or "network", defaults={"name": name[:200]}
    )
    return network


def _free_slug(wanted: str) -> str:
    """The slug, or the slug with a number when it is taken or reserved."""
    slug, number = wanted, 2
    while slug in RESERVED or School.objects.filter(slug=slug).exists():
        slug = f"{wanted}-{number}"
        number += 1
    return slug
