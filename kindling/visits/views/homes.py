"""Visits at home: planned, noted; what is sensitive opens by a button, and that is written down."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role
from kindling.visits import actions, rules
from kindling.visits.forms.homes import NoteForm, PlanForm, ReaderForm
from kindling.visits.models import HomeVisit
from kindling.visits.queries.homes import home_visits, unvisited_students
from kindling.visits.views.finding import find_home

require_form = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def visits(request: ViewerRequest) -> HttpResponse:
    """Staff: planned and noted, and whose family nobody visited this year. A student: their own."""
    viewer = request.viewer
    if viewer.is_a(Role.STUDENT) and not viewer.is_staff:
        page = page_of(request, rules.own_home_visits(viewer).order_by("-planned_on", "-pk"))
        return render(request, "visits/home_mine.html", {"page": page})
    require(rules.may_open(viewer) or rules.is_reader(viewer))
    if request.GET.get("show") == "none":
        page = page_of(request, unvisited_students(viewer))
    else:
        page = page_of(request, home_visits(viewer))
    context = {"page": page, "show": request.GET.get("show", ""), "today": request.school.today()}
    context["may_plan"] = rules.may_open(viewer)
    context["may_name"] = rules.may_name_readers(viewer)
    return render(request, "visits/homes.html", context)


@require_form
def plan(request: ViewerRequest) -> HttpResponse:
    """Plan one, or begin the note of one that has been."""
    require(rules.decides(request.viewer) or request.viewer.is_a(Role.ADVISOR))
    first = {"student": request.GET.get("student"), "on": request.school.today()}
    form = PlanForm(sent(request), viewer=request.viewer, initial=first)
    if form.is_bound and form.is_valid():
        facts = dict(form.cleaned_data)
        visit = actions.plan_home_visit(facts.pop("student"), by=request.viewer, **facts)
        return go_to(request, visit, _("Planned."))
    return page_or_422(request, "visits/home_plan.html", {"form": form}, bound=form.is_bound)


@require_form
def visit(request: ViewerRequest, public_id: str) -> HttpResponse:
    """One visit: its note to write, or to read."""
    found = find_home(request, public_id)
    may_note = rules.may_note_home(request.viewer, found)
    require(may_note or request.method != "POST")
    form = NoteForm(sent(request), viewer=request.viewer, initial=NoteForm.as_entered(found))
    if form.is_bound and form.is_valid():
        actions.note_home_visit(found, by=request.viewer, **form.cleaned_data)
        return go_to(request, found, _("The note is kept."))
    is_noted = found.state == HomeVisit.State.NOTED
    context = {
        "form": form,
        "edits": may_note and (form.is_bound or "edit" in request.GET or not is_noted),
    }
    return shown(request, found, may_note=may_note, **context)


def shown(request: ViewerRequest, found: HomeVisit, **facts: Any) -> HttpResponse:
    """The page of one visit."""
    may_read = rules.may_read_sensitive(request.viewer, found)
    context = {"visit": found, "may_read": may_read, "words": None, "today": request.school.today()}
    context["openings"] = list(rules.openings_of(found)[:50]) if may_read else []
    context["has_sensitive"] = rules.sensitive_of(found).exists()
    bound = "form" in facts and facts["form"].is_bound
    return page_or_422(request, "visits/home.html", context | facts, bound=bound)


@require_POST
def sensitive(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Open what is sensitive. It is written down first."""
    found = find_home(request, public_id)
    words = actions.open_sensitive(found, by=request.viewer)
    form = NoteForm(viewer=request.viewer, initial=NoteForm.as_entered(found))
    may_note = rules.may_note_home(request.viewer, found)
    return shown(request, found, words=words, form=form, may_note=may_note, edits=False)


@require_POST
def done(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_home(request, public_id)
    actions.do_home_visit(found, by=request.viewer)
    return go_to(request, found, _("Done. Write the note now, or later."))


@require_POST
def cancel(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_home(request, public_id)
    actions.cancel_home_visit(found, by=request.viewer)
    return go_to(request, "home_visits:visits", _("Taken off the plan."))


@require_form
def readers(request: ViewerRequest) -> HttpResponse:
    """Who else reads what is sensitive; the principal says."""
    require(rules.may_name_readers(request.viewer))
    form = ReaderForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        actions.name_reader(form.cleaned_data["person"], by=request.viewer)
        return go_to(request, "home_visits:readers", _("Saved."))
    context = {"form": form, "readers": list(rules.visible_readers(request.viewer))}
    return page_or_422(request, "visits/home_readers.html", context, bound=form.is_bound)


@require_POST
def end_reader(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(rules.visible_readers(request.viewer), public_id=public_id)
    actions.end_reader(found, by=request.viewer)
    return go_to(request, "home_visits:readers", _("Saved."))
