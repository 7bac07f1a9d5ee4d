"""What the pages of a site and a place say of who learned there. sites knows no internship."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from kindling.placements import rules
from kindling.placements.models import Memory, Placement
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.alongside import Part, show_along
from kindling.sites.models import Opportunity, Site
from kindling.sites.rules import visible_site_mentors

MOST = 50


@dataclass(frozen=True)
class SiteStory:
    """Who learns and learned at a site, as far as this viewer sees their students.

    `runs` carries `mentor_is_here`. `told`: what others, whom the viewer does not see, share.
    """

    runs: list[Placement]
    past: list[Placement]
    told: list[Memory]
    may_hand_over: bool


def show(viewer: Viewer, thing: Site | Opportunity | Person) -> Part | None:
    """For staff on a site's page: all whom they see; on a place's page: what was shared."""
    if isinstance(thing, Site):
        story = story_of_site(viewer, thing)
        template = "placements/_site_story.html"
        return Part(template, story) if story.runs or story.past or story.told else None
    if isinstance(thing, Opportunity):
        told = shared_at(viewer, thing.site)
        return Part("placements/_memories.html", told) if told else None
    return None


def story_of_site(viewer: Viewer, site: Site) -> SiteStory:
    """Two statements."""
    here = visible_site_mentors(viewer).filter(site=site, until_on__isnull=True)
    rows = rules.visible_placements(viewer).filter(site=site)
    rows = rows.annotate(mentor_is_here=Exists(here.filter(person=OuterRef("mentor"))))
    related = ("student__person", "mentor", "memory")
    found = list(rows.select_related(*related).order_by("-starts_on", "-pk")[: 2 * MOST])
    seen = {one.pk for one in found}
    told = [one for one in shared_at(viewer, site) if one.placement_id not in seen]
    return SiteStory(
        runs=[one for one in found if one.state in Placement.RUNNING],
        past=[one for one in found if one.state == Placement.State.ENDED][:MOST],
        told=told,
        may_hand_over=rules.decides(viewer),
    )


def shared_at(viewer: Viewer, site: Site) -> list[Memory]:
    """What interns of this site let others read, the newest first. One statement."""
    shared = rules.visible_memories(viewer).filter(placement__site=site)
    return list(shared.select_related("placement").order_by("-said_at", "-pk")[:MOST])


def register() -> None:
    show_along(show)
