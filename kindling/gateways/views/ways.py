"""A student's way: what is left, in their words; what they show; that they are ready."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.gateways import actions, rules
from kindling.gateways.forms.ways import (
    DecideForm,
    GoOnForm,
    LeftForm,
    ScheduleForm,
    ShowForm,
    WordsForm,
)
from kindling.gateways.models import Gateway, Showing
from kindling.gateways.queries import ways
from kindling.gateways.views.finding import (
    find_checklist,
    find_gateway,
    find_line,
    find_student,
)
from kindling.kit.http import go_to, page_or_422, require
from kindling.people.matters import Matter
from kindling.people.rules import students_in_full
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role


@require_safe
def gateways(request: ViewerRequest) -> HttpResponse:
    """One's own, one's children's, or everybody's."""
    viewer = request.viewer
    if rules.may_see_audit(viewer):
        return redirect("gateways:audit")
    require(viewer.is_a(Role.STUDENT, Role.GUARDIAN) and not viewer.purpose)
    mine = list(students_in_full(viewer, Matter.WORK).order_by("person__sort_name", "pk")[:20])
    if len(mine) == 1:
        return redirect("gateways:student", mine[0].public_id)
    return render(request, "gateways/children.html", {"students": mine})


@require_safe
def student(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What is still needed, list by list."""
    found = find_student(request, public_id)
    context = {"page": ways.student_page(request.viewer, found)}
    return render(request, "gateways/student.html", context)


@require_POST
def begin(request: ViewerRequest, public_id: str, checklist_id: str) -> HttpResponse:
    """The first word: from now on this student has a way of their own."""
    found, checklist = find_student(request, public_id), find_checklist(request, checklist_id)
    made = actions.open_gateway(found, checklist, by=request.viewer)
    return go_to(request, made, _("Begun. Now say what is left."))


@require_safe
def gateway(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find_gateway(request, public_id)
    return render(request, "gateways/gateway.html", shown(request, found))


def shown(request: ViewerRequest, found: Gateway, **sent: Any) -> dict[str, Any]:
    """The page of one gateway; `sent` are forms as they came, and those of lines by their key."""
    page = ways.gateway_page(request.viewer, found)
    first: dict[str, Any] = {
        "apply": WordsForm(label=_("Why I am ready"), ids="apply"),
        "give_back": WordsForm(label=_("What is missing?"), ids="back"),
        "waive": WordsForm(label=_("Why is it not asked of this student?"), ids="waive"),
        "schedule": ScheduleForm(exhibitions=page.exhibitions, kinds=page.kinds) if page.exhibitions or page.kinds else None,
        "decide": DecideForm(recorded=page.recorded, panel_asks=page.panel_asks) if page.may_decide else None,
        "go_on": GoOnForm(),
    }  # fmt: skip
    forms = first | line_forms(request, page) | sent
    return {"page": page, "forms": forms}


def line_forms(request: ViewerRequest, page: ways.GatewayPage) -> dict[str, Any]:
    """Forms of the lines, by their key: the student's words, and something to show."""
    left: dict[str, LeftForm] = {}
    show: dict[str, ShowForm] = {}
    found = page.gateway
    if not found.is_open:
        return {"left": left, "show": show}
    may_show = page.is_own or page.may_guide
    asked = [row for row in page.rows if row.line.is_shown and not row.standing.is_met]
    pieces = list(rules.pieces_to_show(request.viewer, found.student)) if asked else []
    for row in asked if may_show else []:
        show[row.line.key] = ShowForm(line=row.line, pieces=pieces)
    for row in page.rows if page.is_own else []:
        own = {"words": row.own.words, "by_on": row.own.by_on} if row.own else {}
        left[row.line.key] = LeftForm(initial=own, ids=f"left-{row.line.key}")
    return {"left": left, "show": show}


def unfinished(request: ViewerRequest, found: Gateway, **sent: Any) -> HttpResponse:
    context = shown(request, found, **sent)
    return page_or_422(request, "gateways/gateway.html", context, bound=True)


@require_POST
def left(request: ViewerRequest, public_id: str, line_id: str) -> HttpResponse:
    """What is left of one line, in the student's words."""
    found = find_gateway(request, public_id)
    require(rules.is_own(request.viewer, found.student))
    line, form = find_line(found, line_id), LeftForm(request.POST)
    if not form.is_valid():
        return unfinished_line(request, found, "left", line.key, form)
    actions.say_left(found, line, **form.cleaned_data, by=request.viewer)
    return go_to(request, found, _("Kept."))


@require_POST
def show(request: ViewerRequest, public_id: str, line_id: str) -> HttpResponse:
    """Something for a line that nothing counts."""
    found = find_gateway(request, public_id)
    require(rules.may_begin(request.viewer, found.student))
    line = find_line(found, line_id)
    pieces = list(rules.pieces_to_show(request.viewer, found.student))
    form = ShowForm(request.POST, line=line, pieces=pieces)
    if not form.is_valid():
        return unfinished_line(request, found, "show", line.key, form)
    actions.show_for(found, line, **form.facts, by=request.viewer)
    return go_to(request, found, _("Handed in."))


def unfinished_line(
    request: ViewerRequest, found: Gateway, kind: str, key: str, form: Any
) -> HttpResponse:
    """The page again, with the one form of a line as it came."""
    context = shown(request, found)
    form.auto_id = f"{kind}-{key}_%s"
    context["forms"][kind][key] = form
    return page_or_422(request, "gateways/gateway.html", context, bound=True)


@require_POST
def accept(request: ViewerRequest, public_id: str) -> HttpResponse:
    """It counts."""
    found = find_showing(request, public_id)
    actions.accept_showing(found, by=request.viewer)
    return go_to(request, found.gateway, _("It counts now."))


@require_POST
def return_it(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Given back, with what is missing."""
    found = find_showing(request, public_id)
    words = request.POST.get("words", "").strip()[:1000]
    actions.return_showing(found, words, by=request.viewer)
    return go_to(request, found.gateway, _("Given back."))


def find_showing(request: ViewerRequest, public_id: str) -> Showing:
    """One thing that was shown, on a way that one may see."""
    seen = list(rules.visible_gateways(request.viewer).filter(showings__public_id=public_id))
    rows = rules.showings_of([one.pk for one in seen])
    return get_object_or_404(rows.select_related("gateway__student__person"), public_id=public_id)
