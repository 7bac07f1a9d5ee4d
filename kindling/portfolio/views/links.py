"""Links to pages: made by the student, seen and stopped by who answers for them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.limits import take
from kindling.kit.paging import page_of
from kindling.portfolio import actions, rules
from kindling.portfolio.forms import NamesForm, ShareForm
from kindling.schools.http import ViewerRequest

DAY = 86400
MOST_A_DAY = 30


@require_POST
def share(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A link to the page as it is now."""
    found = get_object_or_404(rules.visible_pages(request.viewer), public_id=public_id)
    require(rules.may_make(request.viewer, found.student))
    take("portfolio-share", str(request.viewer.person_id), limit=MOST_A_DAY, seconds=DAY)
    form = ShareForm(request.POST)
    days = form.cleaned_data["days"] if form.is_valid() else 30
    actions.share_page(found, days=days, by=request.viewer)
    return go_to(request, found, _("The link is made. Copy it and send it."))


@require_safe
def links(request: ViewerRequest) -> HttpResponse:
    """Every link of the students one answers for, open ones first."""
    require(rules.may_see_links(request.viewer))
    today = request.school.today()
    rows = rules.visible_shares(request.viewer).order_by("stopped_at", "-until_on", "-pk")
    rows = rows.filter(stopped_at=None, until_on__gte=today) if "all" not in request.GET else rows
    context = {"page": page_of(request, rows), "today": today, "all": "all" in request.GET}
    return render(request, "portfolio/links.html", context)


@require_POST
def stop(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(rules.visible_shares(request.viewer), public_id=public_id)
    actions.stop_share(found, by=request.viewer)
    to = found.page if rules.may_make(request.viewer, found.page.student) else "portfolio:links"
    return go_to(request, to, _("Stopped. The link shows nothing any more."))


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """Names of students under age."""
    require(rules.may_choose(request.viewer))
    known = {"minors_show_names": rules.minors_show_names(request.school)}
    form = NamesForm(sent(request), initial=known)
    if form.is_bound and form.is_valid():
        actions.choose_names(**form.cleaned_data, by=request.viewer)
        return go_to(request, "portfolio:settings", _("Saved."))
    return page_or_422(request, "portfolio/settings.html", {"form": form}, bound=form.is_bound)
