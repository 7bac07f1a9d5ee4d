"""How long it takes to each place from somewhere else than school.

From where is sent in the body of a POST, so it stands in no address, and nothing keeps it. Of a large
city's timetable one answer is seconds of work, so nobody may have more than a few a minute.
"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kindling.kit.http import page_or_422, require, sent
from kindling.kit.limits import take
from kindling.schools.http import ViewerRequest
from kindling.sites import rules
from kindling.sites.forms.setting_out import SettingOutForm
from kindling.sites.queries.filters import Filters
from kindling.sites.queries.setting_out import reached_from
from kindling.sites.views.places import CARDS_A_PAGE
from kindling.travel.queries import street_map

A_MINUTE = 12


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def setting_out(request: ViewerRequest) -> HttpResponse:
    """Ask from where, and answer with the places by minutes. The filters stay in the address."""
    viewer = request.viewer
    require(rules.may_see_places(viewer))
    form = SettingOutForm(sent(request), viewer=viewer)
    filters = Filters.read(request.GET, viewer)
    if not form.is_valid():
        context = {"form": form, "filters": filters, "streets": street_map(viewer)}
        return page_or_422(request, "sites/setting_out.html", context, bound=form.is_bound)
    if viewer.school.timetable_until is not None:
        take("setting-out", str(viewer.person_id), limit=A_MINUTE, seconds=60)
    told, student = form.cleaned_data, rules.own_student(viewer)
    reached = reached_from(viewer, student, filters, told["point"], int(told["minutes"] or 0))
    page, cards = reached.page(viewer, student, request.POST.get("page", "1"), CARDS_A_PAGE)
    shown = {"page": page, "cards": cards, "reached": reached, "streets": street_map(viewer)}
    return render(request, "sites/setting_out.html", {**shown, "form": form, "filters": filters})
