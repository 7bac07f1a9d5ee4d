"""The code of a site: on a screen, on paper, renewed."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import go_to, require
from kindling.schools.http import ViewerRequest
from kindling.sites import actions, rules
from kindling.sites.queries.codes import on_screen, on_wall
from kindling.sites.views.organisations import find_site


@never_cache
@require_safe
def site_code(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The page behind a site: what holds now, the poster, a new secret."""
    site = find_site(request, public_id)
    require(rules.may_keep_code(request.viewer))
    code = rules.visible_codes(request.viewer).filter(site=site).first()
    shown = on_screen(code, request.school.now()) if code else None
    return render(request, "sites/code.html", {"site": site, "code": code, "shown": shown})


@never_cache
@require_safe
def poster(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One page of paper for the wall."""
    site = find_site(request, public_id)
    require(rules.may_keep_code(request.viewer))
    code = get_object_or_404(rules.visible_codes(request.viewer), site=site)
    return render(request, "sites/poster.html", {"site": site, "shown": on_wall(code)})


@require_POST
def renew(request: ViewerRequest, public_id: str) -> HttpResponse:
    site = find_site(request, public_id)
    actions.renew_code(site, by=request.viewer)
    here = reverse("sites:code", args=[site.public_id])
    return go_to(request, here, _("This is the new code. Older ones no longer work."))


@require_POST
def stop(request: ViewerRequest, public_id: str) -> HttpResponse:
    site = find_site(request, public_id)
    actions.stop_code(site, by=request.viewer)
    return go_to(request, site, _("No code is used here from now on."))
