"""The code of a site: begun, renewed, stopped."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.kit.tokens import new_token
from kindling.schools.viewer import Viewer
from kindling.sites import rules
from kindling.sites.models import Site, SiteCode


@transaction.atomic
def renew_code(site: Site, *, by: Viewer) -> SiteCode:
    """Begin to use a code at this site, or change its secret: what was printed works no more."""
    require(rules.may_keep_code(by) and site.school_id == by.school.pk)
    fresh = {"school": by.school, "secret": new_token(), "renewed_at": by.school.now()}
    code, made = SiteCode.objects.update_or_create(site=site, defaults=fresh)
    record("site.begin_code" if made else "site.renew_code", site, by=by)
    return code


@transaction.atomic
def stop_code(site: Site, *, by: Viewer) -> None:
    """No code is used at this site from now on. Refused when there is none."""
    require(rules.may_keep_code(by) and site.school_id == by.school.pk)
    if not SiteCode.objects.filter(site=site).delete()[0]:
        raise Refused(_("No code is used here."))
    record("site.stop_code", site, by=by)
