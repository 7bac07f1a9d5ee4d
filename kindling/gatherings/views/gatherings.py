"""An advisory's gatherings: the list, one of them, planned and held."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.advisory.models import Advisory
from kindling.gatherings import actions, queries, rules
from kindling.gatherings.forms import HoldForm, LineForm, PlanForm
from kindling.gatherings.models import Gathering
from kindling.gatherings.themes import offered, quarter_of, sample
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest

require_form = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def gatherings(request: ViewerRequest) -> HttpResponse:
    """One's own group at once; a choice where there are several."""
    require(rules.may_open(request.viewer))
    page = page_of(request, rules.gathered_advisories(request.viewer).order_by("name", "pk"))
    if page.paginator.count == 1:
        return redirect("gatherings:advisory", page[0].public_id)
    return render(request, "gatherings/advisories.html", {"page": page})


def find_advisory(request: ViewerRequest, public_id: str) -> Advisory:
    return get_object_or_404(rules.gathered_advisories(request.viewer), public_id=public_id)


def find(request: ViewerRequest, public_id: str) -> Gathering:
    return get_object_or_404(rules.visible_gatherings(request.viewer), public_id=public_id)


@require_safe
def advisory(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Whose turn it is, what is ahead and what was."""
    found, ever = find_advisory(request, public_id), request.GET.get("since") == "ever"
    context: dict[str, Any] = {"advisory": found, "ever": ever, "today": request.school.today()}
    context["page"] = page_of(request, queries.gatherings_of(request.viewer, found, ever=ever))
    context["turns"] = queries.turns_of(request.viewer, found)
    context["may_lead"] = rules.may_lead(request.viewer, found)
    return render(request, "gatherings/advisory.html", context)


@require_form
def plan(request: ViewerRequest, public_id: str, what: str) -> HttpResponse:
    """Plan one; a session begins with a sample and the quarter's theme."""
    found = find_advisory(request, public_id)
    require(rules.may_lead(request.viewer, found))
    kinds = dict(Gathering.Kind.choices)
    kind = what if what in kinds else Gathering.Kind.SESSION
    themes = offered(rules.visible_themes(request.viewer))
    today = request.school.today()
    first: dict[str, Any] = {"on": today}
    if kind == Gathering.Kind.SESSION:
        now = [one.title for one in themes if one.quarter == quarter_of(today)]
        first |= sample() | {"theme": now[0] if now else ""}
    form = PlanForm(sent(request), kind=kind, themes=themes, initial=first)
    if form.is_bound and form.is_valid():
        made = actions.plan_gathering(found, kind=kind, by=request.viewer, **form.cleaned_data)
        return go_to(request, made, _("Planned."))
    context = {"advisory": found, "form": form, "kind": kinds[kind]}
    return page_or_422(request, "gatherings/plan.html", context, bound=form.is_bound)


@require_form
def change(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Change the plan."""
    found = find(request, public_id)
    require(rules.may_lead(request.viewer, found.advisory))
    themes = offered(rules.visible_themes(request.viewer))
    first = {name: getattr(found, name) for name in PlanForm.base_fields}
    form = PlanForm(sent(request), kind=found.kind, themes=themes, initial=first)
    if form.is_bound and form.is_valid():
        actions.change_gathering(found, by=request.viewer, **form.cleaned_data)
        return go_to(request, found, _("Saved."))
    context = {"advisory": found.advisory, "form": form, "kind": found.get_kind_display()}
    return page_or_422(request, "gatherings/plan.html", context, bound=form.is_bound)


@require_safe
def gathering(request: ViewerRequest, public_id: str) -> HttpResponse:
    return shown(request, find(request, public_id))


def shown(request: ViewerRequest, found: Gathering, **forms: Any) -> HttpResponse:
    """One gathering: the plan for all, who was there for who leads, one's own line for students."""
    viewer, today = request.viewer, request.school.today()
    may_lead = rules.may_lead(viewer, found.advisory)
    context: dict[str, Any] = {"gathering": found, "may_lead": may_lead, "today": today}
    context["parts"] = queries.parts_of(found)
    context["reflections"] = list(rules.visible_reflections(viewer, found)[:60])
    if may_lead:
        there = queries.who_was_there(viewer, found)
        first = {f"why-{one.student.public_id}": one.why for one in there} | {"note": found.note}
        students = [one.student for one in there]
        context |= {"there": there, "form": HoldForm(students=students, initial=first)}
    elif found.on <= today and rules.own_seat(viewer, found.advisory):
        mine = context["reflections"][0].line if context["reflections"] else ""
        context["line_form"] = LineForm(initial={"line": mine})
    bound = any(form.is_bound for form in forms.values())
    return page_or_422(request, "gatherings/gathering.html", context | forms, bound=bound)


@require_POST
def hold(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Say who was there, or who comes along on a trip ahead."""
    found = find(request, public_id)
    require(rules.may_lead(request.viewer, found.advisory))
    students = rules.members(found.advisory, found.on)
    form = HoldForm(request.POST, students=students)
    if not form.is_valid():
        return shown(request, found, form=form)
    if found.on > request.school.today():
        actions.say_who_comes(found, missing=form.missing, by=request.viewer)
    else:
        note = form.cleaned_data["note"]
        actions.hold_gathering(found, missing=form.missing, note=note, by=request.viewer)
    return go_to(request, found, _("Saved."))


@require_POST
def cancel(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.cancel_gathering(found, by=request.viewer)
    return go_to(request, url("gatherings:advisory", found.advisory.public_id), _("Taken off."))


@require_POST
def reflect(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A student's line."""
    found = find(request, public_id)
    require(rules.own_seat(request.viewer, found.advisory) is not None)
    form = LineForm(request.POST)
    if not form.is_valid():
        return shown(request, found, line_form=form)
    actions.reflect(found, line=form.cleaned_data["line"], by=request.viewer)
    return go_to(request, found, _("Your line is kept."))
