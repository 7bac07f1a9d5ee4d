"""Ends, holds, and what was destroyed: for registrar and principal."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.accounts.views.proof import proves
from kindling.kit.addresses import url
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.paper.pressed import language_asked, pdf_answer
from kindling.privacy import actions, rules
from kindling.privacy.forms.keeping import HoldForm, MonthsForm
from kindling.privacy.queries.runs import run_page
from kindling.privacy.sheet import LAYOUT, sheet_of
from kindling.schools.http import ViewerRequest


@require_safe
def keeping(request: ViewerRequest) -> HttpResponse:
    """Every run, the newest first, and who is on hold."""
    require(rules.may_keep(request.viewer))
    holds = rules.visible_holds(request.viewer).filter(ended_at__isnull=True)
    context = {
        "page": page_of(request, rules.visible_runs(request.viewer)),
        "holds": list(holds[:50]),
        "may_answer": rules.may_answer(request.viewer),
    }
    return render(request, "privacy/keeping.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def months(request: ViewerRequest) -> HttpResponse:
    """How long each end is here."""
    require(rules.may_keep(request.viewer))
    form = MonthsForm(sent(request), chosen=rules.chosen_months(request.viewer.school))
    if form.is_bound and form.is_valid():
        actions.choose_months(form.cleaned_data, by=request.viewer)
        return go_to(request, url("privacy:keeping"), _("Saved."))
    return page_or_422(request, "privacy/months.html", {"form": form}, bound=form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
def hold(request: ViewerRequest) -> HttpResponse:
    """Put a student on hold."""
    viewer = request.viewer
    require(rules.may_keep(viewer))
    form = HoldForm(sent(request), students=rules.students_to_hold(viewer))
    if form.is_bound and form.is_valid():
        told = form.cleaned_data
        actions.hold_student(told["student"], told["reason"], by=viewer)
        return go_to(request, url("privacy:keeping"), _("Nothing about them is destroyed now."))
    return page_or_422(request, "privacy/hold.html", {"form": form}, bound=form.is_bound)


@require_POST
def end_hold(request: ViewerRequest, hold_id: str) -> HttpResponse:
    found = get_object_or_404(rules.visible_holds(request.viewer), public_id=hold_id)
    actions.end_hold(found, by=request.viewer)
    return go_to(request, url("privacy:keeping"), _("The hold is over."))


@require_POST
def start_run(request: ViewerRequest) -> HttpResponse:
    run = actions.start_run(by=request.viewer)
    return go_to(request, run, _("It is being counted. Nothing is destroyed yet."))


@require_safe
def run(request: ViewerRequest, run_id: str) -> HttpResponse:
    """What was counted, or what is gone."""
    found = get_object_or_404(rules.visible_runs(request.viewer), public_id=run_id)
    certificate = rules.visible_certificates(request.viewer).filter(run=found).first()
    told = run_page(request.viewer, found)
    context = {"run": found, "told": told, "certificate": certificate}
    return render(request, "privacy/run.html", context)


@proves
@require_POST
def carry_out(request: ViewerRequest, run_id: str) -> HttpResponse:
    found = get_object_or_404(rules.visible_runs(request.viewer), public_id=run_id)
    actions.carry_out_run(found, by=request.viewer)
    return go_to(request, found, _("It is being destroyed. The certificate comes by itself."))


@require_POST
def put_away(request: ViewerRequest, run_id: str) -> HttpResponse:
    found = get_object_or_404(rules.visible_runs(request.viewer), public_id=run_id)
    actions.put_away_run(found, by=request.viewer)
    return go_to(request, url("privacy:keeping"), _("Put away. Nothing was destroyed."))


@require_safe
def certificate(request: ViewerRequest, run_id: str) -> HttpResponse:
    """The certificate as a PDF."""
    rows = rules.visible_certificates(request.viewer)
    found = get_object_or_404(rows, run__public_id=run_id)
    return pdf_answer(LAYOUT, sheet_of(found, language_asked(request)))
