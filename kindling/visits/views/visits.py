"""Visits: what is due, one place, one visit with its note."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role
from kindling.visits import actions, rules
from kindling.visits.forms.visits import PlanForm, PolicyForm, ShareForm, VisitForm
from kindling.visits.models import Visit
from kindling.visits.queries import visits as queries
from kindling.visits.views.finding import find, find_place, find_seen_place

require_form = require_http_methods(["GET", "HEAD", "POST"])


def is_mine(request: ViewerRequest) -> bool:
    """Advisors begin with their own students, leaders with the school."""
    usual = "mine" if request.viewer.is_a(Role.ADVISOR) else "all"
    return request.GET.get("show", usual) == "mine"


@require_safe
def visits(request: ViewerRequest) -> HttpResponse:
    """Staff: what is due. A student: when somebody comes, and what was shared."""
    viewer = request.viewer
    if viewer.is_a(Role.STUDENT) and not rules.may_open(viewer):
        page = page_of(request, rules.own_visits(viewer).order_by("-pk"))
        return render(request, "visits/mine.html", {"page": page})
    require(rules.may_open(viewer))
    mine = is_mine(request)
    page = page_of(request, queries.due_visits(viewer, mine=mine))
    context = {"page": page, "mine": mine, "today": request.school.today()}
    context["may_set"] = rules.may_set_policy(viewer)
    return render(request, "visits/due.html", context)


@require_safe
def open_visits(request: ViewerRequest) -> HttpResponse:
    """What is still to be done: notes, next steps, planned days that passed."""
    require(rules.may_open(request.viewer))
    mine = is_mine(request)
    page = page_of(request, queries.open_visits(request.viewer, mine=mine))
    context = {"page": page, "mine": mine, "tab": "open", "ever": False}
    return render(request, "visits/list.html", context)


@require_safe
def all_visits(request: ViewerRequest) -> HttpResponse:
    """What has been: this term's, or ever."""
    require(rules.may_open(request.viewer))
    mine, ever = is_mine(request), request.GET.get("since") == "ever"
    since = None if ever else queries.term_began(request.viewer)
    page = page_of(request, queries.past_visits(request.viewer, mine=mine, since=since))
    context = {"page": page, "mine": mine, "tab": "all", "ever": ever}
    return render(request, "visits/list.html", context)


@require_safe
def place(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One internship: address and phone of the site on one screen, and every visit."""
    found = find_seen_place(request, public_id)
    page = page_of(request, queries.visits_of(request.viewer, found))
    cadence = rules.visible_cadences(request.viewer).filter(placement=found).first()
    context = {"place": found, "page": page, "cadence": cadence, "today": request.school.today()}
    context["may_visit"] = rules.may_visit(request.viewer, found)
    return render(request, "visits/place.html", context)


@require_form
def plan(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Plan a visit or a call."""
    found = find_place(request, public_id)
    form = PlanForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        actions.plan_visit(found, by=request.viewer, **form.cleaned_data)
        return go_to(request, f"{url('visits:round')}?on={form.cleaned_data['on']}", _("Planned."))
    return page_or_422(
        request, "visits/plan.html", {"form": form, "place": found}, bound=form.is_bound
    )


@require_form
def visit(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One visit: its note to write, or to read."""
    found = find(request, public_id)
    may_note = rules.may_note(request.viewer, found)
    require(may_note or request.method != "POST")
    form = VisitForm(sent(request), viewer=request.viewer, initial=VisitForm.as_entered(found))
    if form.is_bound and form.is_valid():
        actions.note_visit(found, by=request.viewer, on=form.cleaned_data["on"], **form.note)
        return go_to(request, found, _("The note is kept."))
    context: dict[str, Any] = {"visit": found, "form": form, "may_note": may_note}
    context |= {"share_form": ShareForm(auto_id="share_%s"), "today": request.school.today()}
    context["edits"] = form.is_bound or "edit" in request.GET or not has_note(found)
    return page_or_422(request, "visits/visit.html", context, bound=form.is_bound)


def has_note(found: Visit) -> bool:
    return found.state not in (Visit.State.PLANNED, Visit.State.DONE)


@require_POST
def done(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.do_visit(found, by=request.viewer)
    return go_to(request, found, _("Done. Write the note now, or later."))


@require_POST
def close(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.close_visit(found, by=request.viewer)
    return go_to(request, "visits:open", _("Closed."))


@require_POST
def cancel(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.cancel_visit(found, by=request.viewer)
    return go_to(request, "visits:visits", _("Taken off the plan."))


@require_POST
def share(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Tell student or mentor, in words of their own."""
    found = find(request, public_id)
    form = ShareForm(request.POST, auto_id="share_%s")
    if not form.is_valid():
        note = VisitForm(viewer=request.viewer, initial=VisitForm.as_entered(found))
        context = {"visit": found, "form": note, "share_form": form, "edits": False}
        context["may_note"] = rules.may_note(request.viewer, found)
        return page_or_422(request, "visits/visit.html", context, bound=True)
    actions.share_visit(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("Told."))


@require_POST
def often(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Twice as often from now on, or as usual again."""
    found = find_place(request, public_id)
    actions.visit_often(found, is_often=request.POST.get("on") == "1", by=request.viewer)
    return go_to(request, url("visits:place", found.public_id), _("Saved."))


@require_form
def settings(request: ViewerRequest) -> HttpResponse:
    """How often the school wants visits."""
    require(rules.may_set_policy(request.viewer))
    policy = queries.policy_of(request.viewer)
    names = ("every_days", "at_least", "every_hours")
    form = PolicyForm(sent(request), initial={name: getattr(policy, name) for name in names})
    if form.is_bound and form.is_valid():
        actions.set_policy(by=request.viewer, **form.cleaned_data)
        return go_to(request, "visits:visits", _("Saved."))
    return page_or_422(request, "visits/settings.html", {"form": form}, bound=form.is_bound)
