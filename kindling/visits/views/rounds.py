"""A round of visits on one day, and the miles driven for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.addresses import url
from kindling.kit.cells import as_lines
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.visits import actions, rules
from kindling.visits.forms.visits import MilesForm, RoundForm
from kindling.visits.models import Visit
from kindling.visits.queries import visits as queries
from kindling.visits.views.finding import asked_day, find


@require_http_methods(["GET", "HEAD", "POST"])
def round_page(request: ViewerRequest) -> HttpResponse:
    """One day: the stops in order with address and phone; and what else is due, to add."""
    viewer, today = request.viewer, request.school.today()
    require(rules.may_open(viewer))
    form = RoundForm(sent(request), viewer=viewer)
    if form.is_bound and form.is_valid():
        on = form.cleaned_data["on"]
        actions.plan_round(form.cleaned_data["places"], on=on, by=viewer)
        return go_to(request, f"{url('visits:round')}?on={on}", _("Added to the round."))
    on = asked_day(request, "on", today) if "on" in request.GET else queries.next_round(viewer)
    due = queries.due_visits(viewer, mine=False).filter(planned_for=None)
    context = {"round": queries.round_on(viewer, on), "due": due[:20], "form": form}
    context |= {"today": today, "on": on}
    return page_or_422(request, "visits/round.html", context, bound=form.is_bound)


@require_POST
def move(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One stop earlier or later."""
    found = find(request, public_id)
    actions.move_visit(found, earlier=request.POST.get("to") == "earlier", by=request.viewer)
    return go_to(request, f"{url('visits:round')}?on={found.planned_on}", _("Moved."))


@require_POST
def miles(request: ViewerRequest, public_id: str) -> HttpResponse:
    """How far it was."""
    found = find(request, public_id)
    form = MilesForm(request.POST)
    if not form.is_valid():
        return page_or_422(request, "visits/miles.html", {"form": form, "visit": found}, bound=True)
    actions.note_miles(found, miles=form.cleaned_data["miles"], by=request.viewer)
    back = url("visits:round") + (f"?on={found.planned_on}" if found.planned_on else "")
    return go_to(request, back, _("Saved."))


def span_of(request: ViewerRequest) -> tuple[date, date, bool]:
    """The days asked for (this month where none), and whether it is about everybody."""
    today = request.school.today()
    first = asked_day(request, "from", today.replace(day=1))
    last = asked_day(request, "until", today)
    return first, last, request.GET.get("show") == "all" and request.viewer.is_leader


@require_safe
def mileage(request: ViewerRequest) -> HttpResponse:
    """Miles in a span, to read or to hand in."""
    require(rules.may_open(request.viewer))
    first, last, of_all = span_of(request)
    rows = queries.miles_rows(request.viewer, first, last, of_all=of_all)
    query = request.GET.copy()
    query.pop("page", None)
    context = {"page": page_of(request, rows), "first": first, "last": last, "of_all": of_all}
    context |= {"total": queries.miles_in(rows), "query": query.urlencode()}
    return render(request, "visits/mileage.html", context)


@require_safe
def mileage_csv(request: ViewerRequest) -> StreamingHttpResponse:
    """The same as a table for the office."""
    require(rules.may_open(request.viewer))
    first, last, of_all = span_of(request)
    rows = queries.miles_rows(request.viewer, first, last, of_all=of_all)
    actions.note_mileage_export(first, last, of_all=of_all, by=request.viewer)
    answer = StreamingHttpResponse(as_lines(miles_of(rows)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="miles-{first}-{last}.csv"'
    return answer


def miles_of(rows: Iterable[Visit]) -> Iterator[tuple[Any, ...]]:
    """Yield the cells without a student's name: the office pays for miles."""
    yield (_("Day"), _("Who"), _("Where"), _("Address"), _("How"), _("Miles"))
    for one in rows:
        site, who = one.placement.site, one.by.name if one.by else ""
        address = ", ".join(part for part in (site.address, site.city) if part)
        yield (one.on, who, site.name, address, one.get_kind_display(), one.miles)
