"""One thing in a plan, as a conversation: one question at a time, or all at a glance."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.goals.actions import add_own_goal
from kindling.kit.editing import Edit, answer_edit
from kindling.kit.http import go_to
from kindling.plans import actions, rules
from kindling.plans.forms import DatesForm, GoalsForm, LinksForm
from kindling.plans.models import PlanItem
from kindling.plans.queries.item import STEPS, after, steps_of
from kindling.plans.questions import ITEM
from kindling.schools.http import ViewerRequest


def find(request: ViewerRequest, public_id: str) -> PlanItem:
    found = rules.visible_items(request.viewer).select_related(
        "placement__site", "course", "project"
    )
    return get_object_or_404(found, public_id=public_id)


@require_safe
def item_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    """?ask= one question; without it every question with its answer."""
    return show(request, find(request, public_id), request.GET.get("ask", ""))


def show(
    request: ViewerRequest, item: PlanItem, ask: str, form: Any = None, status: int = 200
) -> HttpResponse:
    ask = ask if ask in STEPS else ""
    plan = item.plan
    part = rules.part_of(request.viewer, plan.student)
    ended = plan.term.ends_on < request.viewer.school.today()
    writes = part.writes and plan.is_being_written and not ended and not item.dropped_at
    viewer = request.viewer
    context = {
        "item": item,
        "plan": plan,
        "part": part,
        "writes": writes,
        "ask": ask if writes else "",
        "steps": steps_of(item, ask),
        "next": after(ask) if ask else "",
        "touches": list(item.touches.select_related("goal", "own_goal")),
        "dates": form if isinstance(form, DatesForm) else dates_of(item),
        "goals": form if isinstance(form, GoalsForm) else GoalsForm(viewer=viewer, item=item),
        "links": form if isinstance(form, LinksForm) else LinksForm(viewer=viewer, item=item),
    }
    return render(request, "plans/item.html", context, status=status)


def dates_of(item: PlanItem) -> DatesForm:
    return DatesForm(initial={"starts_on": item.starts_on, "ends_on": item.ends_on})


@require_POST
def save(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Keep one field."""
    item, edit = find(request, public_id), Edit.sent(request, ITEM)
    clash = actions.write_item(item, edit.field, edit.text, base=edit.base, by=request.viewer)
    to = f"{item.get_absolute_url()}?ask={edit.field}" if request.GET.get("ask") else item
    return answer_edit(request, edit, clash, label=str(ITEM[edit.field].label), to=to)


def onward(request: ViewerRequest, item: PlanItem, key: str) -> HttpResponse:
    """To the next question, or back to the whole."""
    if not request.POST.get("ask"):
        return go_to(request, item, _("Saved."))
    following = after(key)
    return redirect(f"{item.get_absolute_url()}?ask={following}" if following else item.plan)


@require_POST
def set_dates(request: ViewerRequest, public_id: str) -> HttpResponse:
    item, form = find(request, public_id), DatesForm(request.POST)
    if not form.is_valid():
        return show(request, item, "dates", form, 422)
    actions.date_item(item, by=request.viewer, **form.cleaned_data)
    return onward(request, item, "dates")


@require_POST
def set_goals(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Which goals it touches; a new one of one's own is written first."""
    item = find(request, public_id)
    form = GoalsForm(request.POST, viewer=request.viewer, item=item)
    if not form.is_valid():
        return show(request, item, "goals", form, 422)
    own, words = form.own_goals, form.cleaned_data.get("new", "").strip()
    if words:
        own = [*own, add_own_goal(item.plan.student, words=words, by=request.viewer)]
    actions.touch_goals(item, form.goals, own, by=request.viewer)
    return onward(request, item, "goals")


@require_POST
def set_links(request: ViewerRequest, public_id: str) -> HttpResponse:
    item = find(request, public_id)
    form = LinksForm(request.POST, viewer=request.viewer, item=item)
    if not form.is_valid():
        return show(request, item, "links", form, 422)
    actions.link_item(item, by=request.viewer, **form.links)
    if form.supports:
        actions.serve_support(item, form.served, by=request.viewer)
    return onward(request, item, "links")


@require_POST
def mark(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Not begun, under way, done."""
    item = find(request, public_id)
    said = request.POST.get("progress", "")
    if said in PlanItem.Progress.values:
        actions.mark_item(item, said, by=request.viewer)
    return redirect(item.plan)


@require_POST
def move(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One place up, out of the plan, or in again."""
    item, do = find(request, public_id), request.POST.get("do", "up")
    verbs = {"up": actions.move_item, "drop": actions.drop_item, "back": actions.bring_back_item}
    verbs.get(do, actions.move_item)(item, by=request.viewer)
    if do == "drop":
        return go_to(request, item, _("Taken out. Its words are kept here."))
    return redirect(item.plan)
