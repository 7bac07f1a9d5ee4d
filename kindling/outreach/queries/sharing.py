"""What schools of a network see of each other's sites: name, town, what is open there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from kindling.interests.areas import Area
from kindling.outreach import rules
from kindling.outreach.models import Introduction, SharedSite
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Site


@dataclass(frozen=True)
class SharedLine:
    """A site of another school as we may know it. Copied out, so no page can ask for more."""

    id: str
    name: str
    school: str
    city: str
    offers: tuple[str, ...]
    areas: tuple[str, ...]
    asked: AskedLine | None


@dataclass(frozen=True)
class AskedLine:
    """A question between two schools, as either of them reads it."""

    id: str
    site: str
    ours: bool
    other: str  # the other school
    who: str
    why: str
    asked_on: date
    until_on: date
    standing: Introduction.Standing
    answered_by: str
    words: str
    copy: Site | None


def theirs(viewer: Viewer) -> QuerySet[SharedSite]:
    """What others share, with what is open there. Three statements a page."""
    places = Prefetch("site__opportunities", rules.open_offers(), to_attr="open_ones")
    return rules.visible_theirs(viewer).prefetch_related(places).order_by("site__name", "pk")


def shared_lines(viewer: Viewer, rows: Iterable[SharedSite]) -> list[SharedLine]:
    """Turn one page of them into what may be known. One statement for our questions."""
    rows = list(rows)
    live = rules.visible_introductions(viewer).filter(
        school=viewer.school, is_live=True, shared__in=[row.pk for row in rows]
    )
    asked = {one.shared_id: asked_line(viewer, one) for one in live}
    return [shared_line(row, asked.get(row.pk)) for row in rows]


def shared_line(row: SharedSite, asked: AskedLine | None) -> SharedLine:
    places: list[Opportunity] = getattr(row.site, "open_ones", [])
    areas = [area.area for place in places for area in place.areas.all()]
    return SharedLine(
        id=row.public_id, name=row.site.name, school=row.school.name, city=row.site.city,
        offers=tuple(place.title for place in places),
        areas=tuple(str(Area(area).label) for area in dict.fromkeys(areas)), asked=asked,
    )  # fmt: skip


def introductions(viewer: Viewer, *, ours: bool) -> QuerySet[Introduction]:
    """Our questions, or those asked of us."""
    asked = rules.visible_introductions(viewer)
    mine = {"school": viewer.school}
    return asked.filter(**mine) if ours else asked.exclude(**mine)


def asked_line(viewer: Viewer, asked: Introduction) -> AskedLine:
    """One question with its answer. No statement."""
    answer = getattr(asked, "answer", None)
    ours = asked.school_id == viewer.school.pk
    return AskedLine(
        id=asked.public_id, site=asked.shared.site.name, ours=ours,
        other=(asked.shared.school if ours else asked.school).name,
        who=asked.by.name, why=asked.why, asked_on=asked.asked_on, until_on=asked.until_on,
        standing=asked.standing(viewer.school.today()),
        answered_by=answer.by.name if answer else "", words=answer.words if answer else "",
        copy=asked.site if ours else None,
    )  # fmt: skip


def sharing_of(viewer: Viewer, site: Site) -> tuple[SharedSite | None, Introduction | None]:
    """Whether we share this site, and where it came from. Two statements for the coordinator."""
    if not rules.may_share(viewer):
        return None, None
    shared = rules.visible_shared(viewer).filter(site=site).first()
    came = rules.visible_introductions(viewer).filter(school=viewer.school, site=site).first()
    return shared, came
