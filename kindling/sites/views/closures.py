"""Days on which a site receives nobody."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.sites import actions, rules
from kindling.sites.forms.closures import SiteClosureForm
from kindling.sites.views.organisations import find_site


@require_http_methods(["GET", "HEAD", "POST"])
def closed_days(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The list, and one more."""
    site = find_site(request, public_id)
    may_edit = rules.may_edit_places(request.viewer)
    require(may_edit or request.method != "POST")
    form = SiteClosureForm(sent(request), initial={"starts_on": request.school.today()})
    if form.is_bound and form.is_valid():
        actions.close_site(site, by=request.viewer, **form.cleaned_data)
        return go_to(request, request.path, _("Days closed."))
    rows = rules.visible_site_closures(request.viewer).filter(site=site)
    page = page_of(request, rows.order_by("-starts_on", "-pk"))
    context = {"site": site, "page": page, "form": form, "may_edit": may_edit}
    return page_or_422(request, "sites/closed_days.html", context, bound=form.is_bound)


@require_POST
def open_site(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Receive interns again on days that have not come."""
    closures = rules.visible_site_closures(request.viewer)
    closure = get_object_or_404(closures, public_id=public_id)
    actions.open_site(closure, by=request.viewer)
    return go_to(request, closure.site, _("Open again."))
