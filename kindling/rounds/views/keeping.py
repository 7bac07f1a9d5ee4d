"""The coordinator takes a round from step to step."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.rounds import actions, rules
from kindling.rounds.forms import MoveForm, ReasonForm, works
from kindling.rounds.queries.keeping import trial_page
from kindling.rounds.views.pages import find
from kindling.schools.http import ViewerRequest


@require_POST
def open_round(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_run_rounds(request.viewer))
    one = find(request, public_id)
    actions.open_round(one, by=request.viewer)
    return go_to(request, one, _("It is open, and the students are told."))


@require_POST
def close(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_run_rounds(request.viewer))
    one = find(request, public_id)
    actions.close_round(one, by=request.viewer)
    return go_to(request, one, _("Closed. Try it, then run it."))


@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_run_rounds(request.viewer))
    one, form = find(request, public_id), ReasonForm(sent(request))

    def act() -> None:
        actions.cancel_round(one, form.cleaned_data["reason"], by=request.viewer)

    if form.is_bound and works(form, act):
        return go_to(request, one, _("Called off."))
    context = {"form": form, "round": one}
    return page_or_422(request, "rounds/cancel.html", context, bound=form.is_bound)


@require_POST
def ask_mentors(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Send links to the mentors."""
    require(rules.may_run_rounds(request.viewer))
    one = find(request, public_id)
    count = actions.ask_mentors(one, by=request.viewer)
    told = ngettext("%(num)s mentor was asked.", "%(num)s mentors were asked.", count)
    return go_to(request, one, told % {"num": count})


@require_POST
def try_round(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Show what a draw would give. Nothing is kept, so this answers a POST with a page."""
    require(rules.may_run_rounds(request.viewer))
    one = find(request, public_id)
    trial = actions.try_round(one, by=request.viewer)
    context = {"round": one, "trial": trial_page(one, trial.problem, trial.result, request.viewer)}
    return render(request, "rounds/trial.html", context)


@require_POST
def run(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_run_rounds(request.viewer))
    one = find(request, public_id)
    actions.run_round(one, by=request.viewer)
    return go_to(request, one, _("It has run. Look at it, then publish it."))


@require_POST
def publish(request: ViewerRequest, public_id: str) -> HttpResponse:
    require(rules.may_run_rounds(request.viewer))
    one = find(request, public_id)
    actions.publish_round(one, by=request.viewer)
    return go_to(request, one, _("Published. Everybody is being told."))


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Change one place by hand."""
    require(rules.may_run_rounds(request.viewer))
    one = find(request, public_id)
    form = MoveForm(sent(request), one=one, viewer=request.viewer)

    def act() -> None:
        actions.move_student(one, by=request.viewer, **form.cleaned_data)

    if form.is_bound and works(form, act):
        return go_to(request, one, _("Changed. It stands in the record."))
    context = {"form": form, "round": one}
    return page_or_422(request, "rounds/move.html", context, bound=form.is_bound)
