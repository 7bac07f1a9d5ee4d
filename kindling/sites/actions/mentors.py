"""Who guides interns at a site. One of them leads while there is anyone."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.people.actions import add_person, give_role
from kindling.schools.models import Person
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.composing import compose_mentor_quiet, compose_site_quiet
from kindling.sites.models import Site, SiteMentor


@transaction.atomic
def add_new_mentor(
    site: Site, *, by: Viewer, title: str = "", is_lead: bool = False, **facts: Any
) -> SiteMentor:
    """Add a person whom the school does not know yet. `facts` are Person's own fields."""
    require(rules.may_edit_mentors(by))
    person = add_person(by=by, role=Role.MENTOR, **facts)
    return add_mentor(site, person, by=by, title=title, is_lead=is_lead)


@transaction.atomic
def add_mentor(
    site: Site, person: Person, *, by: Viewer, title: str = "", is_lead: bool = False
) -> SiteMentor:
    """Let this adult guide interns at this site; the first one leads.

    Raises Refused for a student, and for someone who does so already.
    """
    require(rules.may_edit_mentors(by))
    require(site.school_id == person.school_id == by.school.pk)
    if hasattr(person, "student"):
        raise Refused(_("%(name)s is a student here, so not a mentor.") % {"name": person})
    here = SiteMentor.objects.select_for_update().filter(site=site, until_on__isnull=True)
    others = {row.person_id for row in here}
    if person.pk in others:
        raise Refused(_("%(name)s is a mentor here already.") % {"name": person})
    give_role(person, Role.MENTOR, by=by)
    if is_lead:
        here.filter(is_lead=True).update(is_lead=False)
    mentor: SiteMentor = SiteMentor.objects.create(
        school=by.school,
        site=site,
        person=person,
        title=title,
        is_lead=is_lead or not others,
        since_on=by.school.today(),
    )
    compose_site_quiet(site, by=by)
    record("site.add_mentor", site, by=by, mentor=person.public_id, name=person.name)
    return mentor


@transaction.atomic
def make_lead(mentor: SiteMentor, *, by: Viewer) -> None:
    """Let this mentor lead at the site; whoever led before is a mentor still."""
    require(rules.may_edit_mentors(by))
    here = SiteMentor.objects.select_for_update().filter(site=mentor.site, until_on__isnull=True)
    list(here)  # locks the rows: two leads at once can't be
    here.exclude(pk=mentor.pk).filter(is_lead=True).update(is_lead=False)
    if not here.filter(pk=mentor.pk).update(is_lead=True):
        raise Refused(_("%(name)s is no longer a mentor here.") % {"name": mentor.person})
    mentor.is_lead = True
    record("site.make_lead", mentor.site, by=by, name=mentor.person.name)


@transaction.atomic
def end_mentor(mentor: SiteMentor, *, by: Viewer) -> None:
    """This adult no longer guides interns here. Of those who stay, the longest here leads."""
    require(rules.may_edit_mentors(by))
    today = by.school.today()
    here = SiteMentor.objects.filter(site=mentor.site, until_on__isnull=True)
    if not here.filter(pk=mentor.pk).update(until_on=today, is_lead=False):
        raise Refused(_("%(name)s is no longer a mentor here.") % {"name": mentor.person})
    mentor.until_on = today
    if mentor.is_lead:
        mentor.is_lead = False
        heir = here.order_by("since_on", "pk").values("pk")[:1]
        here.filter(pk__in=list(heir.values_list("pk", flat=True))).update(is_lead=True)
    compose_site_quiet(mentor.site, by=by)
    compose_mentor_quiet(mentor.person, by=by)  # who guided at a site that is not contacted
    record("site.end_mentor", mentor.site, by=by, name=mentor.person.name)
