"""Turns and themes: small buttons."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kindling.gatherings import actions, rules
from kindling.gatherings.forms import ThemeForm, TurnForm
from kindling.gatherings.models import Turn
from kindling.gatherings.themes import Offered, named, offered
from kindling.gatherings.views.gatherings import find_advisory
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest


def find_turn(request: ViewerRequest, public_id: str) -> Turn:
    return get_object_or_404(rules.visible_turns(request.viewer), public_id=public_id)


@require_POST
def begin(request: ViewerRequest, public_id: str, what: str) -> HttpResponse:
    """Name who is next."""
    found = find_advisory(request, public_id)
    require(rules.may_lead(request.viewer, found))
    if what not in Turn.KINDS:
        raise Http404
    turn = actions.begin_turns(found, what, by=request.viewer)
    told = (
        _("%(name)s is next.") % {"name": turn.student.first}
        if turn
        else _("Nobody sits here yet.")
    )
    return go_to(request, "gatherings:gatherings", told)


@require_POST
def held(request: ViewerRequest, public_id: str) -> HttpResponse:
    turn, form = find_turn(request, public_id), TurnForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    actions.hold_turn(turn, note=note, by=request.viewer)
    return go_to(request, turn, _("Kept. The next one is named."))


@require_POST
def pass_on(request: ViewerRequest, public_id: str) -> HttpResponse:
    turn = find_turn(request, public_id)
    actions.pass_turn(turn, by=request.viewer)
    return go_to(request, turn, _("That is fine. Somebody else is next."))


@require_safe
def themes(request: ViewerRequest) -> HttpResponse:
    """The year's themes."""
    require(rules.may_keep_themes(request.viewer))
    found = offered(rules.visible_themes(request.viewer))
    return render(request, "gatherings/themes.html", {"themes": found})


@require_http_methods(["GET", "HEAD", "POST"])
def theme(request: ViewerRequest, ref: str) -> HttpResponse:
    """Put one into the school's words ("new": add one)."""
    require(rules.may_keep_themes(request.viewer))
    found = None if ref == "new" else find_theme(request, ref)
    first = {"title": found.title, "quarter": found.quarter, "aims": found.aims} if found else {}
    form = ThemeForm(sent(request), initial=first)
    if form.is_bound and form.is_valid():
        actions.keep_theme(ref=found.ref if found else "", by=request.viewer, **form.cleaned_data)
        return go_to(request, "gatherings:themes", _("Saved."))
    context = {"form": form, "theme": found}
    return page_or_422(request, "gatherings/theme.html", context, bound=form.is_bound)


def find_theme(request: ViewerRequest, ref: str) -> Offered:
    found = named(ref, rules.visible_themes(request.viewer))
    if found is None:
        raise Http404
    return found
