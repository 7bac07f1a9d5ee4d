"""After the reveal, for who leads: notes, points, conditions, the result, the record."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import go_to, require
from kindling.panels import actions, rules
from kindling.panels.actions.agreeing import POINTS
from kindling.panels.forms import ConditionForm, ResultForm
from kindling.panels.views.finding import find
from kindling.panels.views.panels import show
from kindling.schools.http import ViewerRequest


@require_POST
def talk(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What the panel said about a difference."""
    one = get_object_or_404(rules.visible_differences(request.viewer), public_id=public_id)
    name = f"words-{one.number}"
    edit = Edit.sent(request, (name,))
    clash = actions.write_difference(one, edit.text, base=edit.base, by=request.viewer)
    title = one.panel.sheet.criteria[one.number].title
    return answer_edit(request, edit, clash, label=title, to=one.panel)


@require_POST
def points(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What the panel commends and recommends."""
    panel, edit = find(request, public_id), Edit.sent(request, POINTS)
    clash = actions.write_points(panel, edit.field, edit.text, base=edit.base, by=request.viewer)
    labels = {"commendations": _("Commendations"), "recommendations": _("Recommendations")}
    return answer_edit(request, edit, clash, label=labels[edit.field], to=panel)


@require_POST
def condition(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Something to be done by a day."""
    panel = find(request, public_id)
    require(rules.may_lead(request.viewer, panel.exhibition))
    people = list(rules.standings(panel))
    form = ConditionForm(request.POST, panel=panel, people=people)
    if not form.is_valid():
        return show(request, panel, 422, condition_form=form)
    actions.add_condition(panel, by=request.viewer, **form.said)
    return go_to(request, panel, _("Added."))


@require_POST
def drop(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Take a condition out again."""
    one = get_object_or_404(rules.visible_conditions(request.viewer), public_id=public_id)
    actions.drop_condition(one, by=request.viewer)
    return go_to(request, one.panel, _("Taken out."))


@require_POST
def agree(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What the panel agreed on."""
    panel, form = find(request, public_id), ResultForm(request.POST)
    require(rules.may_lead(request.viewer, panel.exhibition))
    if not form.is_valid():
        return show(request, panel, 422, result_form=form)
    actions.agree_result(panel, form.cleaned_data["result"], by=request.viewer)
    return go_to(request, panel, _("Kept. It can still change until you record it."))


@require_POST
def write(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The record, once and for all."""
    panel = find(request, public_id)
    actions.record_panel(panel, by=request.viewer)
    return go_to(request, panel, _("Recorded. Student and family are told, and links have ended."))
