"""Everybody's standing, for who answers for them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kindling.gateways import rules
from kindling.gateways.queries import audit as reading
from kindling.kit.http import require
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@require_safe
def audit(request: ViewerRequest) -> HttpResponse:
    """One checklist, student by student; fifty a page."""
    viewer = request.viewer
    require(rules.may_see_audit(viewer))
    lists = reading.lists_in_use(viewer)
    wanted = request.GET.get("list", "")
    chosen = next((one for one in lists if one.key == wanted), lists[0] if lists else None)
    context: dict[str, Any] = {
        "lists": lists,
        "chosen": chosen,
        "may_write": rules.may_write_checklists(viewer),
    }
    if chosen:
        page = page_of(request, reading.students_of(viewer, chosen))
        rows = reading.audit_rows(viewer, chosen, list(page))
        context |= {"page": page, "rows": rows, "counted": reading.counted(viewer, chosen)}
    return render(request, "gateways/audit.html", context)
