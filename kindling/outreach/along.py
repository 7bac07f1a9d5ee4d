"""What stands on the page of a site or a mentor: the latest contacts, and what the network sees."""

from __future__ import annotations

from kindling.outreach import rules
from kindling.outreach.queries.sharing import sharing_of
from kindling.outreach.queries.staying import mentor_contacts, site_contacts
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.alongside import Part, show_along
from kindling.sites.models import Opportunity, Site


def contacts_part(viewer: Viewer, thing: Site | Opportunity | Person) -> Part | None:
    """For staff. One statement."""
    if isinstance(thing, Opportunity) or not rules.may_log(viewer):
        return None
    if isinstance(thing, Site):
        return Part("outreach/_contacts.html", site_contacts(viewer, thing))
    return Part("outreach/_contacts.html", mentor_contacts(viewer, thing))


def sharing_part(viewer: Viewer, thing: Site | Opportunity | Person) -> Part | None:
    """For whoever keeps the places. Two statements."""
    if not isinstance(thing, Site) or not rules.may_share(viewer):
        return None
    shared, came = sharing_of(viewer, thing)
    facts = {"site": thing, "shared": shared, "came": came}
    return Part("outreach/_sharing.html", facts, beside=True)


def register() -> None:
    show_along(contacts_part)
    show_along(sharing_part)
