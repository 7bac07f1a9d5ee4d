"""The emergency card of a site: where it is, whom to call, who is there today."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from kindling.board.queries.asked import Asked
from kindling.board.queries.live import Line, live
from kindling.board.rules import sees_school
from kindling.consents.kinds import Kind
from kindling.consents.rules import standing_of
from kindling.people.models import Connection
from kindling.people.rules import family_of, own_advisees, visible_care_notes
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site, SiteMentor
from kindling.sites.rules import visible_site_mentors

LANGUAGES = dict(settings.LANGUAGES)


@dataclass(frozen=True)
class Kin:
    """A guardian, and how to reach them."""

    name: str
    relation: str
    phone: str
    language: str


@dataclass(frozen=True)
class There:
    """A student of today, their family, and what the family allows to be known."""

    line: Line
    family: list[Kin]
    notes: list[str]
    care: str  # whether the family allows care: "" (not asked), "yes", "no" or "open"


@dataclass(frozen=True)
class Card:
    """Everything on the card, as of `now`."""

    site: Site
    mentors: list[SiteMentor]
    students: list[There]
    now: datetime


def card_of(viewer: Viewer, site: Site) -> Card:
    """Gather the card. Eight statements for any number of students."""
    found = live(viewer, Asked(whose_of(viewer), site=site.public_id))
    lines = [line for line in found.lines if line.planned or line.sign]
    ids = sorted({line.id for line in lines})
    families, notes = defaultdict(list), defaultdict(list)
    for row in _family(viewer, ids):
        adult = row.adult
        language = str(LANGUAGES.get(adult.language, adult.language))
        kin = Kin(adult.name, row.relation, adult.phone, language)
        families[row.student.public_id].append(kin)
    for note in visible_care_notes(viewer).filter(student__public_id__in=ids):
        notes[note.student.public_id].append(note.text)
    care = standing_of(ids, viewer.school, Kind.MEDICAL)
    students = [There(one, families[one.id], notes[one.id], care.get(one.id, "")) for one in lines]
    return Card(site, mentors_of(viewer, site), students, found.now)


def _family(viewer: Viewer, ids: list[str]) -> list[Connection]:
    """Whom to call. Of their own child family reads of themselves alone; a protected contact is for
    leaders and the own advisor. One statement, a second where one is protected.
    """
    rows = list(family_of(viewer, ids))
    kin = {row.student_id for row in rows if row.adult_id == viewer.person_id}
    rows = [row for row in rows if row.student_id not in kin or row.adult_id == viewer.person_id]
    if viewer.is_leader or not any(row.is_protected for row in rows):
        return rows
    own = set(own_advisees(viewer).values_list("student", flat=True))
    return [row for row in rows if not row.is_protected or row.student_id in own]


def mentors_of(viewer: Viewer, site: Site) -> list[SiteMentor]:
    """Who guides interns there now, the lead first."""
    rows = visible_site_mentors(viewer).filter(site=site, until_on__isnull=True)
    return list(rows.order_by("-is_lead", "person__sort_name", "pk"))


def whose_of(viewer: Viewer) -> str:
    """Leaders answer for everybody at the site, advisors for their own."""
    return "school" if sees_school(viewer) else "mine"


@dataclass(frozen=True)
class SiteToday:
    """A site, and how many of the viewer's students have a day there."""

    id: str
    name: str
    students: int


def sites_today(viewer: Viewer) -> list[SiteToday]:
    """Where the viewer's own students are today (a leader's: everybody's), by name."""
    asked = Asked("mine" if viewer.is_a(Role.ADVISOR) else whose_of(viewer))
    spots: dict[str, list[Line]] = defaultdict(list)
    names: dict[str, str] = {}
    for line in live(viewer, asked).lines:
        if line.spot and (line.planned or line.sign):
            spots[line.spot.site_id].append(line)
            names[line.spot.site_id] = line.spot.site
    found = [SiteToday(key, names[key], len(lines)) for key, lines in spots.items()]
    return sorted(found, key=lambda site: site.name)
