"""Exhibited, looked back on, closed."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import go_to
from kindling.plans import actions, rules
from kindling.plans.forms import ExhibitedForm
from kindling.plans.models import Plan
from kindling.plans.questions import BACK
from kindling.plans.views.plans import find
from kindling.plans.views.plans import show as show_plan
from kindling.schools.http import ViewerRequest
from kindling.schools.models import Term


@require_safe
def look_back(request: ViewerRequest, public_id: str) -> HttpResponse:
    """The student writes; the others read once it is handed in."""
    plan = find(request, public_id)
    part = rules.part_of(request.viewer, plan.student)
    is_open = plan.state in (Plan.State.ACTIVE, Plan.State.EXHIBITED)
    context: dict[str, Any] = {
        "plan": plan,
        "part": part,
        "writes": part.is_student and is_open,
        "reads": part.is_student or not is_open,
        "asked": [(one, getattr(plan, key)) for key, one in BACK.items()],
        "following": following(request, plan) if part.writes and not is_open else None,
        "may_close": rules.may_look_after(request.viewer, plan),
    }
    return render(request, "plans/back.html", context)


def following(request: ViewerRequest, plan: Plan) -> Term | None:
    """The term after this one."""
    later = rules.terms_of(request.viewer).filter(starts_on__gt=plan.term.starts_on)
    return later.first()


@require_POST
def save(request: ViewerRequest, public_id: str) -> HttpResponse:
    plan, edit = find(request, public_id), Edit.sent(request, BACK)
    clash = actions.write_back(plan, edit.field, edit.text, base=edit.base, by=request.viewer)
    to = request.path.removesuffix("save/")
    return answer_edit(request, edit, clash, label=str(BACK[edit.field].label), to=to)


@require_POST
def hand_in(request: ViewerRequest, public_id: str) -> HttpResponse:
    plan = find(request, public_id)
    actions.reflect_plan(plan, by=request.viewer)
    return go_to(request, plan, _("Handed in. Your advisor reads it and closes the term."))


@require_POST
def close(request: ViewerRequest, public_id: str) -> HttpResponse:
    plan = find(request, public_id)
    actions.close_plan(plan, by=request.viewer)
    return go_to(request, plan, _("Closed. Everything in it stays readable."))


@require_POST
def exhibit(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Write down that it was shown."""
    plan, form = find(request, public_id), ExhibitedForm(request.POST)
    if not form.is_valid():
        return show_plan(request, plan, form, 422)
    actions.exhibit_plan(plan, by=request.viewer, **form.cleaned_data)
    return go_to(request, plan, _("Written down. Now the student looks back."))
