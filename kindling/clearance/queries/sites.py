"""What hangs on a site, its places and its mentors, apart from any student."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kindling.clearance import rules
from kindling.clearance.holding import Holders
from kindling.clearance.items import On
from kindling.clearance.pairs import Pair
from kindling.clearance.queries.pages import Row, row_of
from kindling.clearance.reading import Reading
from kindling.people.models import Student
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Site
from kindling.sites.rules import visible_opportunities


@dataclass(frozen=True)
class Part:
    """The items of one thing, and its name. `on` and `public_id` are where one hands in."""

    title: str
    on: str
    public_id: str
    rows: list[Row]
    place: Opportunity | None = None
    is_paid: bool = False


@dataclass(frozen=True)
class SitePage:
    """A site, its mentors and its places."""

    site: Site
    parts: list[Part]
    may_set_pay: bool


def site_page(viewer: Viewer, site: Site, on: date) -> SitePage:
    """Return the page. As strict as for a student whose birthday nobody knows."""
    places = list(visible_opportunities(viewer).filter(site=site).for_list())
    people = [row.person for row in rules.leads_at([site.pk], on)]
    pairs = _pairs(viewer, site, places, people)
    reading, holders = Reading(viewer.school, pairs), Holders(viewer.school, pairs, on)

    def part(title: str, hangs_on: str, public_id: str, pair: Pair) -> Part:
        rows = [
            row_of(viewer, line, pair, holders)
            for line in reading.lines(pair, on)
            if line.demand.item.on == hangs_on and line.hazard is None
        ]
        place = pair.opportunity if hangs_on == On.PLACE else None
        return Part(title, hangs_on, public_id, rows, place, pair.opportunity.pk in reading.paid)

    parts = [part(site.name, On.SITE, site.public_id, pairs[0])]
    parts += [part(one.name, On.MENTOR, one.public_id, _with(pairs, one)) for one in people]
    parts += [part(one.title, On.PLACE, one.public_id, _at(pairs, one)) for one in places]
    return SitePage(site, parts, rules.may_remind(viewer))


def _pairs(
    viewer: Viewer, site: Site, places: Sequence[Opportunity], people: Sequence[Person]
) -> list[Pair]:
    """Somebody without a name or a birthday, at every place with every mentor."""
    school = viewer.school
    somebody = Student(school=school, person=Person(school=school))
    mentors: list[Person | None] = [*people] or [None]
    return [
        Pair(somebody, place, mentor=mentor)
        for place in places or [Opportunity(school=school, site=site)]
        for mentor in mentors
    ]


def _with(pairs: Sequence[Pair], person: Person) -> Pair:
    return next(one for one in pairs if one.mentor and one.mentor.pk == person.pk)


def _at(pairs: Sequence[Pair], place: Opportunity) -> Pair:
    return next(one for one in pairs if one.opportunity.pk == place.pk)
