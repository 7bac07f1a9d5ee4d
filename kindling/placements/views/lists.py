"""Everyone on the way, and everyone who is there."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kindling.kit.paging import page_of
from kindling.placements import forms, queries, rules
from kindling.placements.queries import PursuitRow
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role


@require_safe
def pursuit_list(request: ViewerRequest) -> HttpResponse:
    filters = queries.pursuit_filters(request.viewer)
    shown = queries.chosen(filters, request.GET.get("show"))
    page = page_of(request, queries.pursuits_to_list(request.viewer, shown))
    rows = [row_context(request, row) for row in queries.pursuit_rows(request.viewer, list(page))]
    own = request.viewer.is_a(Role.STUDENT)
    context = {"page": page, "rows": rows, "filters": filters, "shown": shown, "own": own}
    context["may_change_policy"] = rules.may_change_policy(request.viewer)
    return render(request, "placements/pursuits.html", context)


def row_context(request: ViewerRequest, row: PursuitRow, **bound: Any) -> dict[str, Any]:
    """Return one row with the coordinator's two forms, when they would work."""
    if "approve" not in row.steps:
        return {"row": row}
    key = row.pursuit.public_id
    until = forms.UntilForm(viewer=request.viewer, auto_id=f"approve_{key}_%s")
    reason = forms.DeclineForm(auto_id=f"decline_{key}_%s")
    return {"row": row, "until_form": until, "decline_form": reason, **bound}


@require_safe
def placement_list(request: ViewerRequest) -> HttpResponse:
    filters = queries.placement_filters(request.viewer)
    shown = queries.chosen(filters, request.GET.get("show"))
    page = page_of(request, queries.placements_to_list(request.viewer, shown))
    today = request.school.today()
    rows = [queries.placement_row(placement, today) for placement in page]
    own = request.viewer.is_a(Role.STUDENT)
    context = {"page": page, "rows": rows, "filters": filters, "shown": shown, "own": own}
    return render(request, "placements/placements.html", context)
