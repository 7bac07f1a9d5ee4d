"""Who hosts students, and where."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.schools.viewer import Viewer
from kindling.search.passages import touch
from kindling.sites import rules
from kindling.sites.models import Commute, Opportunity, Organisation, Site


@transaction.atomic
def add_organisation(*, by: Viewer, name: str, **facts: Any) -> Organisation:
    """Add a business, agency or person. `facts`: website, notes (for staff)."""
    require(rules.may_edit_places(by))
    organisation: Organisation = Organisation.objects.create(school=by.school, name=name, **facts)
    record("organisation.add", organisation, by=by, name=name)
    return organisation


@transaction.atomic
def change_organisation(organisation: Organisation, *, by: Viewer, **facts: Any) -> None:
    """Change name, website or notes; the earlier values stay in the history."""
    require(rules.may_edit_places(by))
    if not (was := _change(organisation, facts)):
        return
    record("organisation.change", organisation, by=by, was=was)
    if "name" in was:
        Opportunity.objects.filter(site__organisation=organisation).refresh_words()


@transaction.atomic
def add_site(organisation: Organisation, *, by: Viewer, name: str, **facts: Any) -> Site:
    """Add an address of an organisation. `facts` are Site's own fields."""
    require(rules.may_edit_places(by) and organisation.school_id == by.school.pk)
    site: Site = Site.objects.create(
        school=by.school, organisation=organisation, name=name, **facts
    )
    record("site.add", site, by=by, name=name)
    return site


@transaction.atomic
def change_site(site: Site, *, by: Viewer, **facts: Any) -> None:
    """Change address, phone, languages or access; the earlier values stay in the history."""
    require(rules.may_edit_places(by))
    if not (was := _change(site, facts)):
        return
    Commute.forget(was, opportunity__site=site)
    record("site.change", site, by=by, was=was)
    if not {"name", "city"}.isdisjoint(was):
        Opportunity.objects.filter(site=site).refresh_words()
    touch(site.school_id)  # what must fit: languages, ways in, where it is


def _change(thing: Organisation | Site, facts: dict[str, Any]) -> dict[str, str]:
    """Write what differs and return what stood there before; nothing when nothing differs."""
    was = {name: getattr(thing, name) for name in facts if getattr(thing, name) != facts[name]}
    for name in was:
        setattr(thing, name, facts[name])
    if was:
        thing.save(update_fields=list(was))
    return {name: "" if value is None else str(value) for name, value in was.items()}
