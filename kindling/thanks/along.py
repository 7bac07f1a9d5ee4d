"""What stands on the page of a mentor: the letters that left, and the year's to write."""

from __future__ import annotations

from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.alongside import Part, show_along
from kindling.sites.models import Opportunity, Site
from kindling.thanks import rules
from kindling.thanks.models import Thanks

LATEST = 5


def thanks_part(viewer: Viewer, thing: Site | Opportunity | Person) -> Part | None:
    """For whoever guides students. One statement."""
    if not isinstance(thing, Person) or not rules.guides(viewer):
        return None
    letters = rules.visible_thanks(viewer).filter(mentor=thing, state=Thanks.State.SENT)
    return Part("thanks/_mentor.html", list(letters[:LATEST]))


def register() -> None:
    show_along(thanks_part)
