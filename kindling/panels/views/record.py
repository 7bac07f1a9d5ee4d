"""The record for student and family, what is still to be done, and sums without names."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import go_to, require
from kindling.panels import actions, rules
from kindling.panels.models import Panel
from kindling.panels.models.panel import lines_of
from kindling.panels.queries.record import record_page
from kindling.panels.queries.room import compared, conditions_of
from kindling.panels.queries.sums import sums_of
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.http import ViewerRequest
from kindling.schools.models import Term
from kindling.schools.viewer import Viewer


@require_safe
def panel_record(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What was agreed; for staff and the student also who said what."""
    rows = rules.recorded_panels(request.viewer)
    panel = rows.filter(exhibition__public_id=public_id).first()
    if panel is None:
        return owed(request, public_id)
    return render(request, "panels/record.html", shown(request.viewer, panel))


def owed(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What one has to do oneself, for who sat on the panel and does not read the record."""
    viewer = request.viewer
    rows = rules.visible_conditions(viewer).filter(owner=viewer.person_id or 0)
    mine = list(rows.filter(panel__exhibition__public_id=public_id).order_by("due_on", "pk"))
    if not mine:
        raise Http404
    context = {
        "exhibition": mine[0].panel.exhibition, "conditions": mine, "leads": False,
        "person": viewer.person_id, "today": viewer.school.today(),
    }  # fmt: skip
    return render(request, "panels/owed.html", context)


def shown(viewer: Viewer, panel: Panel) -> dict[str, Any]:
    """The record as one viewer reads it."""
    return {
        "panel": panel, "exhibition": panel.exhibition, "record": record_page(panel),
        "conditions": conditions_of(panel, viewer), "today": viewer.school.today(),
        "compared": compared(panel, viewer), "person": viewer.person_id,
        "commendations": lines_of(panel.commendations),
        "recommendations": lines_of(panel.recommendations),
        "leads": rules.may_lead(viewer, panel.exhibition),
    }  # fmt: skip


def read_record_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """A family without an account reads the record of their child."""
    panel = rules.recorded_panels(viewer).first()
    if panel is None or request.method == "POST":
        raise Http404
    return render(request, "panels/record_link.html", shown(viewer, panel))


@require_POST
def met(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A condition is met."""
    one = get_object_or_404(rules.visible_conditions(request.viewer), public_id=public_id)
    actions.meet_condition(one, by=request.viewer)
    return go_to(request, one, _("Done."))


@require_POST
def reopen(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A condition is not met after all."""
    one = get_object_or_404(rules.visible_conditions(request.viewer), public_id=public_id)
    actions.reopen_condition(one, by=request.viewer)
    return go_to(request, one, _("Open again."))


@require_safe
def sums(request: ViewerRequest) -> HttpResponse:
    """How exhibitions go, without names."""
    viewer = request.viewer
    require(rules.may_see_sums(viewer))
    terms = list(Term.of(viewer.school))
    asked = request.GET.get("term", "")
    term = next((one for one in terms if one.public_id == asked), None)
    choices = [("", _("All terms")), *((one.public_id, one.label) for one in terms)]
    context = {"sums": sums_of(viewer, term), "term": term, "choices": choices}
    return render(request, "panels/sums.html", context)
