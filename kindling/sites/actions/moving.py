"""A mentor leaves for another workplace, and what the school knows of them goes along."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.kit.text import plain
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.actions.organisations import add_organisation, add_site
from kindling.sites.composing import compose_site_quiet, let_one_lead
from kindling.sites.models import Organisation, Site, SiteMentor


@transaction.atomic
def move_mentor(
    mentor: SiteMentor, to: Site, *, since_on: date, title: str = "", by: Viewer
) -> SiteMentor:
    """Let the mentor guide at another site from that day (today or earlier); the old row stays.

    Their links and person stay the same. Internships at the old site are not touched: the
    coordinator decides who takes over. Raises ValidationError by field, Refused when they left.
    """
    require(rules.may_edit_mentors(by) and mentor.school_id == to.school_id == by.school.pk)
    _check(mentor, to, since_on, by.school.today())
    before, person = mentor.site, mentor.person
    list(Site.objects.select_for_update().filter(pk__in=[before.pk, to.pk]).order_by("pk"))
    _leave(mentor, since_on)
    there = SiteMentor.objects.filter(site=to, until_on__isnull=True)
    if there.filter(person=person).exists():
        raise Refused(_("%(name)s is a mentor there already.") % {"name": person})
    moved: SiteMentor = SiteMentor.objects.create(
        school=by.school, site=to, person=person, title=title, since_on=since_on,
        is_lead=not there.exists(),
    )  # fmt: skip
    let_one_lead(before)
    for site in (before, to):
        compose_site_quiet(site, by=by)
    day = since_on.isoformat()
    record("site.mentor_left", before, by=by, name=f"{person.name} → {to.name}", on=day)
    record("site.mentor_came", to, by=by, name=f"{person.name} ← {before.name}", on=day)
    return moved


@transaction.atomic
def move_mentor_to_new(
    mentor: SiteMentor, name: str, *, since_on: date, title: str = "", by: Viewer
) -> SiteMentor:
    """The same, to a place the school does not know yet: it is added, with nothing on offer."""
    require(rules.may_edit_mentors(by))
    known = {plain(row.name): row for row in Organisation.objects.filter(school=by.school)}
    ours = known.get(plain(name))
    home = ours.standing if ours else add_organisation(by=by, name=name)
    site = add_site(home, by=by, name=name)
    return move_mentor(mentor, site, since_on=since_on, title=title, by=by)


def _check(mentor: SiteMentor, to: Site, since_on: date, today: date) -> None:
    if mentor.site_id == to.pk:
        raise ValidationError({"site": _("Choose another site.")})
    if not mentor.since_on <= since_on <= today:
        raise ValidationError({"since_on": _("Choose today or a day since they began here.")})


def _leave(mentor: SiteMentor, since_on: date) -> None:
    """The day before is the last one at the old site, or the first where they began that day."""
    last = max(mentor.since_on, since_on - timedelta(days=1))
    here = SiteMentor.objects.filter(pk=mentor.pk, until_on__isnull=True)
    if not here.update(until_on=last, is_lead=False):
        raise Refused(_("%(name)s is no longer a mentor here.") % {"name": mentor.person})
