"""The steps of a way: apply, look at the portfolio, schedule, decide, go on."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kindling.gateways import actions, rules
from kindling.gateways.forms.ways import DecideForm, GoOnForm, ScheduleForm, WordsForm
from kindling.gateways.models import Gateway
from kindling.gateways.queries import ways
from kindling.gateways.views.finding import find_gateway, find_line
from kindling.gateways.views.ways import unfinished
from kindling.kit.http import go_to, require
from kindling.schools.http import ViewerRequest


@require_POST
def apply(request: ViewerRequest, public_id: str) -> HttpResponse:
    """I am ready, and this is why."""
    found = find_gateway(request, public_id)
    require(rules.is_own(request.viewer, found.student))
    form = WordsForm(request.POST, label=_("Why I am ready"), ids="apply")
    if not form.is_valid():
        return unfinished(request, found, apply=form)
    actions.apply_for(found, form.cleaned_data["words"], by=request.viewer)
    return go_to(request, found, _("Handed in."))


@require_POST
def give_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Not yet: this is missing."""
    found = find_gateway(request, public_id)
    require(rules.may_guide(request.viewer, found.student))
    form = WordsForm(request.POST, label=_("What is missing?"), ids="back")
    if not form.is_valid():
        return unfinished(request, found, give_back=form)
    actions.give_back(found, form.cleaned_data["words"], by=request.viewer)
    return go_to(request, found, _("Given back."))


@require_POST
def check(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The portfolio was looked at together."""
    found = find_gateway(request, public_id)
    actions.check_portfolio(found, by=request.viewer)
    return go_to(request, found, _("Checked. Now choose the exhibition."))


@require_POST
def take_version(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Go on with the version in use now."""
    found = find_gateway(request, public_id)
    actions.take_version(found, by=request.viewer)
    return go_to(request, found, _("This is the version in use now."))


@require_POST
def schedule(request: ViewerRequest, public_id: str) -> HttpResponse:
    """This exhibition is it."""
    found = find_gateway(request, public_id)
    require(rules.may_guide(request.viewer, found.student))
    page = ways.gateway_page(request.viewer, found)
    form = ScheduleForm(request.POST, exhibitions=page.exhibitions, kinds=page.kinds)
    if not form.is_valid():
        return unfinished(request, found, schedule=form)
    actions.schedule_gateway(found, form.chosen, by=request.viewer)
    return go_to(request, found, _("Chosen. Its panel decides."))


@require_POST
def call_off(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It will be another one."""
    found = find_gateway(request, public_id)
    actions.call_off_gateway(found, by=request.viewer)
    return go_to(request, found, _("Choose another exhibition."))


@require_POST
def decide(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What came of it."""
    found = find_gateway(request, public_id)
    require(rules.may_guide(request.viewer, found.student))
    page = ways.gateway_page(request.viewer, found)
    form = DecideForm(request.POST, recorded=page.recorded, panel_asks=page.panel_asks)
    if not form.is_valid():
        return unfinished(request, found, decide=form)
    result, words = form.cleaned_data["result"], form.cleaned_data["words"]
    actions.decide_gateway(found, result, words, conditions=form.conditions, by=request.viewer)
    return go_to(request, found, _("Written down."))


@require_POST
def meet(request: ViewerRequest, public_id: str, condition_id: str) -> HttpResponse:
    """A condition is met."""
    found = find_gateway(request, public_id)
    one = get_object_or_404(rules.conditions_of([found.pk]), public_id=condition_id)
    one.gateway = found
    actions.meet_condition(one, by=request.viewer)
    return go_to(request, found, _("Met."))


@require_POST
def waive(request: ViewerRequest, public_id: str, line_id: str) -> HttpResponse:
    """This student is not asked for it."""
    found = find_gateway(request, public_id)
    line, words = find_line(found, line_id), request.POST.get("words", "").strip()[:500]
    actions.waive_line(found, line, words, by=request.viewer)
    return go_to(request, found, _("It is not asked any more."))


@require_POST
def ask_again(request: ViewerRequest, public_id: str, line_id: str) -> HttpResponse:
    """It is asked again."""
    found = find_gateway(request, public_id)
    actions.ask_again(found, find_line(found, line_id), by=request.viewer)
    return go_to(request, found, _("It is asked again."))


@require_POST
def go_on(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The last yes."""
    found = find_gateway(request, public_id)
    require(rules.may_let_go_on(request.viewer))
    form = GoOnForm(request.POST) if found.checklist.is_graduation else None
    if form and not form.is_valid():
        return unfinished(request, found, go_on=form)
    day = form.cleaned_data["leaves_on"] if form else None
    actions.let_go_on(found, leaves_on=day, by=request.viewer)
    return go_to(request, found, said_yes(found))


def said_yes(found: Gateway) -> str:
    """What is told after the yes."""
    told = {"name": found.student.first}
    if found.checklist.is_graduation:
        return _("%(name)s graduates. What this rests on is kept.") % told
    return _("%(name)s goes on. What this rests on is kept.") % told


@require_POST
def take_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The yes was a mistake."""
    found = find_gateway(request, public_id)
    actions.take_yes_back(found, by=request.viewer)
    return go_to(request, found, _("Taken back."))
