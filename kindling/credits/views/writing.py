"""The rules in versions, the school's mode, and giving credit for a term."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.credits import actions, queries, rules
from kindling.credits.forms import ApproveForm, ClauseForm, LineForm, ModeForm
from kindling.credits.models import Crosswalk, Line
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
def settings(request: ViewerRequest) -> HttpResponse:
    """The school's mode."""
    require(rules.may_choose_mode(request.viewer))
    form = ModeForm(sent(request), initial={"mode": rules.mode_of(request.viewer.school)})
    if form.is_bound and form.is_valid():
        actions.choose_mode(form.cleaned_data["mode"], by=request.viewer)
        return go_to(request, url("credits:credits"), _("Saved."))
    return page_or_422(request, "credits/settings.html", {"form": form}, bound=form.is_bound)


@require_safe
def versions(request: ViewerRequest) -> HttpResponse:
    """The rules in use, or the first word about them."""
    found = rules.visible_crosswalks(request.viewer)
    in_use = found.filter(state="approved").first() or found.first()
    if in_use is not None:
        return redirect(in_use)
    context = {"may_draft": rules.may_draft(request.viewer)}
    return render(request, "credits/no_rules.html", context)


@require_safe
def crosswalk(request: ViewerRequest, public_id: str) -> HttpResponse:
    found = find(request, public_id)
    return render(request, "credits/crosswalk.html", shown(request, found, ApproveForm()))


def shown(request: ViewerRequest, found: Crosswalk, form: ApproveForm) -> dict[str, object]:
    """The page of one version."""
    viewer = request.viewer
    return {
        "crosswalk": found,
        "lines": queries.crosswalk_lines(found),
        "versions": list(rules.visible_crosswalks(viewer)[:20]),
        "may_draft": rules.may_draft(viewer),
        "may_approve": rules.may_approve(viewer) and found.is_draft,
        "form": form,
    }


@require_POST
def start(request: ViewerRequest) -> HttpResponse:
    """The next version."""
    made = actions.start_crosswalk(by=request.viewer)
    return go_to(request, made, _("This is a draft. Nothing counts by it yet."))


@require_POST
def approve(request: ViewerRequest, public_id: str) -> HttpResponse:
    found, form = find(request, public_id), ApproveForm(request.POST)
    if not form.is_valid():
        context = shown(request, found, form)
        return page_or_422(request, "credits/crosswalk.html", context, bound=True)
    actions.approve_crosswalk(found, by=request.viewer, **form.cleaned_data)
    return go_to(request, found, _("In use from now on."))


@require_http_methods(BOTH)
def line(request: ViewerRequest, public_id: str, line_id: str = "") -> HttpResponse:
    """Add a subject, or change one."""
    found = find(request, public_id)
    require(rules.may_draft(request.viewer) and found.is_draft)
    one = get_object_or_404(found.lines, public_id=line_id) if line_id else None
    first = {k: getattr(one, k) for k in ("title", "credits", "asked")} if one else {}
    form = LineForm(sent(request), initial=first)
    if form.is_bound and form.is_valid():
        actions.put_line(found, one, **form.cleaned_data, by=request.viewer)
        return go_to(request, found, _("Saved."))
    context = {"form": form, "crosswalk": found, "line": one}
    return page_or_422(request, "credits/line.html", context, bound=form.is_bound)


@require_POST
def remove_line(request: ViewerRequest, public_id: str, line_id: str) -> HttpResponse:
    found = find(request, public_id)
    actions.remove_line(find_line(found, line_id), by=request.viewer)
    return go_to(request, found, _("Taken out."))


@require_http_methods(BOTH)
def clause(request: ViewerRequest, public_id: str, line_id: str) -> HttpResponse:
    """One more thing that has to be there."""
    found, viewer = find(request, public_id), request.viewer
    require(rules.may_draft(viewer) and found.is_draft)
    one = find_line(found, line_id)
    form = ClauseForm(sent(request), viewer=viewer)
    if form.is_bound and form.is_valid():
        actions.add_clause(one, by=viewer, **form.facts)
        return go_to(request, found, _("Saved."))
    context = {"form": form, "crosswalk": found, "line": one}
    return page_or_422(request, "credits/clause.html", context, bound=form.is_bound)


@require_POST
def remove_clause(request: ViewerRequest, public_id: str, clause_id: str) -> HttpResponse:
    found = find(request, public_id)
    one = get_object_or_404(rules.clauses_of(found), public_id=clause_id)
    actions.remove_clause(one, by=request.viewer)
    return go_to(request, found, _("Taken out."))


@require_http_methods(BOTH)
def term(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Look at what a term would give, and give it."""
    viewer = request.viewer
    require(rules.may_approve(viewer))
    found = get_object_or_404(rules.visible_terms(viewer), public_id=public_id)
    if request.method == "POST":
        n = actions.award_term(found, by=viewer)
        told = ngettext("%(num)s award was written.", "%(num)s awards were written.", n)
        return go_to(request, url("credits:term", public_id), told % {"num": n})
    context = {
        "term": found, "rows": queries.term_review(viewer, found),
        "gives": rules.gives_credits(viewer.school),
    }  # fmt: skip
    return render(request, "credits/term.html", context)


def find(request: ViewerRequest, public_id: str) -> Crosswalk:
    return get_object_or_404(rules.visible_crosswalks(request.viewer), public_id=public_id)


def find_line(crosswalk: Crosswalk, line_id: str) -> Line:
    rows = crosswalk.lines.select_related("crosswalk")
    found: Line = get_object_or_404(rows, public_id=line_id)
    return found
