"""What the coordinator and the advisor decide."""

from __future__ import annotations

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import answer, is_partial, page_or_422, require
from kindling.placements import actions, forms, queries, rules
from kindling.placements.clearing import readiness_of
from kindling.placements.forms import works
from kindling.placements.models import Placement, Pursuit
from kindling.placements.views.lists import row_context
from kindling.placements.views.pages import find_pursuit, pursuit_done, show_pursuit
from kindling.schools.http import ViewerRequest


@require_POST
def approve_pursuit(request: ViewerRequest, public_id: str) -> HttpResponse:
    pursuit = find_pursuit(request, public_id)
    require(rules.may_approve(request.viewer, pursuit))
    form = forms.UntilForm(request.POST, viewer=request.viewer, auto_id="approve_%s")

    def act() -> None:
        actions.approve_pursuit(pursuit, form.cleaned_data["until_on"], by=request.viewer)

    if not works(form, act):
        return _not_yet(request, pursuit, until_form=form)
    done = _("%(name)s may go ahead.") % {"name": pursuit.student.first}
    return _decided(request, pursuit, done)


@require_POST
def decline_pursuit(request: ViewerRequest, public_id: str) -> HttpResponse:
    pursuit = find_pursuit(request, public_id)
    require(rules.may_decline(request.viewer, pursuit))
    form = forms.DeclineForm(request.POST, auto_id="decline_%s")
    if not form.is_valid():
        return _not_yet(request, pursuit, decline_form=form)
    actions.decline_pursuit(pursuit, **form.cleaned_data, by=request.viewer)
    done = _("%(name)s reads your reason.") % {"name": pursuit.student.first}
    return _decided(request, pursuit, done)


def _is_row(request: ViewerRequest) -> bool:
    """Say whether the list asked: its rows send part=row and want one back."""
    return request.POST.get("part") == "row"


def _row(request: ViewerRequest, pursuit: Pursuit) -> queries.PursuitRow:
    steps = rules.allowed_steps(request.viewer, pursuit)
    return queries.pursuit_row(request.viewer, pursuit, None, steps)


def _decided(request: ViewerRequest, pursuit: Pursuit, toast: str) -> HttpResponse:
    """Answer where the coordinator stood: in the list or on the page."""
    if not _is_row(request):
        return pursuit_done(request, pursuit, toast)
    context = row_context(request, _row(request, pursuit))
    to = reverse("placements:pursuits")
    return answer(request, "placements/_pursuit_row.html", context, to=to, toast=toast)


def _not_yet(request: ViewerRequest, pursuit: Pursuit, **bound: Form) -> HttpResponse:
    if not (_is_row(request) and is_partial(request)):
        return show_pursuit(request, pursuit, **bound)
    context = row_context(request, _row(request, pursuit), **bound)
    return render(request, "placements/_pursuit_row.html", context, status=422)


@require_POST
def extend_pursuit(request: ViewerRequest, public_id: str) -> HttpResponse:
    pursuit = find_pursuit(request, public_id)
    require(rules.may_extend(request.viewer, pursuit))
    form = forms.ExtendForm(
        request.POST, pursuit=pursuit, viewer=request.viewer, auto_id="extend_%s"
    )

    def act() -> None:
        said = form.cleaned_data
        actions.extend_pursuit(pursuit, said["until_on"], said["reason"], by=request.viewer)

    if not works(form, act):
        return show_pursuit(request, pursuit, extend_form=form)
    return pursuit_done(request, pursuit, _("More time given."))


@require_POST
def return_start(request: ViewerRequest, public_id: str) -> HttpResponse:
    pursuit = find_pursuit(request, public_id)
    require(rules.may_return_start(request.viewer, pursuit))
    form = forms.ReasonForm(request.POST, auto_id="return_%s")
    if not form.is_valid():
        return show_pursuit(request, pursuit, return_form=form)
    actions.return_start(pursuit, form.cleaned_data["reason"], by=request.viewer)
    done = _("%(name)s reads what is missing.") % {"name": pursuit.student.first}
    return pursuit_done(request, pursuit, done)


@require_http_methods(["GET", "HEAD", "POST"])
def start_placement(request: ViewerRequest, public_id: str) -> HttpResponse:
    pursuit = find_pursuit(request, public_id)
    require(rules.may_start(request.viewer, pursuit))
    sent = request.method == "POST"
    said = request.POST if sent else None
    form = forms.StartForm(said, pursuit=pursuit, viewer=request.viewer)
    made: list[Placement] = []
    if sent and works(form, lambda: made.append(_start(request, pursuit, form))):
        return redirect(made[0])
    ready = "start" in _row(request, pursuit).steps
    paper = readiness_of(request.viewer, pursuit)
    context = {"form": form, "pursuit": pursuit, "ready": ready, "readiness": paper}
    return page_or_422(request, "placements/start.html", context, bound=sent)


def _start(request: ViewerRequest, pursuit: Pursuit, form: forms.StartForm) -> Placement:
    wanted = ("mentor", "starts_on", "ends_on", "schedule", "goals")
    plan = {name: form.cleaned_data[name] for name in wanted}
    return actions.start_placement(pursuit, **plan, by=request.viewer)
