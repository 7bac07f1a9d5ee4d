"""Once a term: the student's three numbers, and where both sides differ."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.placements.rules import visible_placements
from kindling.questions import actions, rules
from kindling.questions.forms import PulseForm
from kindling.questions.models import Pulse
from kindling.questions.queries.pulses import compared, trend
from kindling.schools.http import ViewerRequest
from kindling.schools.queries import terms_of


@require_safe
def pulses(request: ViewerRequest) -> HttpResponse:
    """A round, where student and mentor differ most first. ?round= names an earlier one."""
    require(rules.may_see_pulses(request.viewer))
    rounds = list(rules.visible_rounds(request.viewer)[:12])
    named = request.GET.get("round")
    shown = next((one for one in rounds if one.public_id == named), rounds[0] if rounds else None)
    rows = compared(request.viewer, shown) if shown else []
    may_open = rules.may_open_round(request.viewer)
    context: dict[str, Any] = {"rounds": rounds, "shown": shown, "page": page_of(request, rows)}
    context |= {"trend": trend(request.viewer, rounds) if rounds else []}
    context |= {"parts": Pulse.PARTS, "may_open": may_open, "today": request.school.today()}
    return render(request, "questions/pulses.html", context)


@require_POST
def open_round(request: ViewerRequest) -> HttpResponse:
    """Ask now, in this term, before the clock does."""
    require(rules.may_open_round(request.viewer))
    today = request.school.today()
    term = next((t for t in terms_of(request.school) if t.starts_on <= today <= t.ends_on), None)
    if term is None:
        raise Refused(_("No term is on now. Set the terms first."))
    actions.open_pulse(term, by=request.viewer)
    return go_to(request, "questions:pulses", _("Students and mentors are asked from now on."))


@require_POST
def close_round(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_open_round(request.viewer))
    found = get_object_or_404(rules.visible_rounds(request.viewer), public_id=public_id)
    actions.close_round(found, by=request.viewer)
    return go_to(request, "questions:pulses", _("Nobody is asked any more."))


@require_http_methods(["GET", "HEAD", "POST"])
def give_pulse(request: ViewerRequest, placement_id: str) -> HttpResponse:
    """The student's own, for one internship."""
    seen = visible_placements(request.viewer).select_related("student__person", "site", "mentor")
    placement = get_object_or_404(seen, public_id=placement_id)
    require(bool(rules.pulse_side(request.viewer, placement)))
    round_ = rules.open_round(request.viewer)
    if round_ is None:
        raise Http404
    form = PulseForm(sent(request))
    if form.is_bound and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("line", "is_shared")}
        actions.give_pulse(placement, round_, form.numbers, **said, by=request.viewer)
        return go_to(request, "home:today", _("Thank you. Your advisor reads it."))
    context = {"form": form, "placement": placement, "round": round_}
    return page_or_422(request, "questions/give_pulse.html", context, bound=form.is_bound)
