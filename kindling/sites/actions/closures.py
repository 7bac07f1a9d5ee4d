"""Days on which one site receives nobody, while the school may be open."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.models import Site, SiteClosure


@transaction.atomic
def close_site(
    site: Site, *, by: Viewer, label: str, starts_on: date, ends_on: date
) -> SiteClosure:
    """The site receives nobody from one day to another, both counted. A double tap makes one."""
    require(rules.may_edit_places(by))
    if ends_on < starts_on:
        raise ValidationError({"ends_on": _("Choose a last day on or after the first day.")})
    Site.objects.select_for_update().get(pk=site.pk)
    facts = {"site": site, "label": label, "starts_on": starts_on, "ends_on": ends_on}
    same: SiteClosure | None = SiteClosure.objects.filter(school=by.school, **facts).first()
    if same is not None:
        return same
    closure: SiteClosure = SiteClosure.objects.create(school=by.school, **facts)
    days = {"starts_on": str(starts_on), "ends_on": str(ends_on)}
    record("site.close_days", site, by=by, label=label, **days)
    return closure


@transaction.atomic
def open_site(closure: SiteClosure, *, by: Viewer) -> None:
    """The site receives interns again from today on; days that are over stay closed."""
    require(rules.may_edit_places(by))
    today = by.school.today()
    if closure.ends_on < today:
        raise Refused(_("These days are over, so they stay as they are."))
    was = {"starts_on": str(closure.starts_on), "ends_on": str(closure.ends_on)}
    record("site.open_days", closure.site, by=by, label=closure.label, was=was)
    if closure.starts_on >= today:
        closure.delete()
        return
    closure.ends_on = today - timedelta(days=1)
    closure.save(update_fields=["ends_on"])
