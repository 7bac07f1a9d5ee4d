"""What stands on the page of a mentor: how they stand, how they answer, and the way on."""

from __future__ import annotations

from kindling.mentoring import rules
from kindling.mentoring.queries.rates import rates_of
from kindling.mentoring.queries.standing import facts_about
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.alongside import Part, show_along
from kindling.sites.models import Opportunity, Site


def mentor_part(viewer: Viewer, thing: Site | Opportunity | Person) -> Part | None:
    """For staff who see mentors. Eight statements at most."""
    if not isinstance(thing, Person) or not rules.may_see_mentors(viewer):
        return None
    facts = facts_about(thing, viewer.school)
    rate = rates_of(viewer.school, [thing]).get(thing.pk)
    return Part("mentoring/_mentor.html", {"facts": facts, "rate": rate}, beside=True)


def register() -> None:
    show_along(mentor_part)
