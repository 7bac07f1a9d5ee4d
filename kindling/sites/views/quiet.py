"""A site or a mentor is left in peace, and the place takes students again."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest
from kindling.schools.models import Person
from kindling.sites import actions, rules
from kindling.sites.forms import LiftForm, QuietForm
from kindling.sites.models import Site
from kindling.sites.queries.mentors import quiets_of
from kindling.sites.views.doubles import page_of_entry
from kindling.sites.views.organisations import find_site

require_form = require_http_methods(["GET", "HEAD", "POST"])


@require_form
def site_quiet(request: ViewerRequest, public_id: str) -> HttpResponse:
    return quiet(request, find_site(request, public_id))


@require_form
def mentor_quiet(request: ViewerRequest, public_id: str) -> HttpResponse:
    people = rules.visible_mentors(request.viewer)
    return quiet(request, get_object_or_404(people, public_id=public_id))


def quiet(request: ViewerRequest, whom: Site | Person) -> HttpResponse:
    """Show what holds now, and the form that adds to it."""
    require(rules.may_leave_alone(request.viewer, whom))
    form = QuietForm(sent(request), initial={"kind": "rest"})
    if form.is_bound and form.is_valid():
        try:
            actions.leave_alone(whom, **form.facts(), by=request.viewer)
        except ValidationError as wrong:
            form.add_error(None, wrong)
        else:
            return go_to(request, page_of_whom(whom), _("Saved."))
    holding = quiets_of(request.viewer, whom)
    context = {"form": form, "whom": whom, "holding": holding, "back": page_of_whom(whom)}
    return page_or_422(request, "sites/quiet.html", context, bound=form.is_bound)


@require_form
def lift(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Ask why, then lift it."""
    held = get_object_or_404(rules.visible_quiets(request.viewer), public_id=public_id)
    whom = held.whom
    require(rules.may_leave_alone(request.viewer, whom))
    form = LiftForm(sent(request))
    if form.is_bound and form.is_valid():
        actions.lift_quiet(held, reason=form.cleaned_data["reason"], by=request.viewer)
        return go_to(request, page_of_whom(whom), _("Lifted."))
    context = {"form": form, "held": held, "whom": whom, "back": page_of_whom(whom)}
    return page_or_422(request, "sites/lift.html", context, bound=form.is_bound)


def page_of_whom(whom: Site | Person) -> str:
    return page_of_entry("site" if isinstance(whom, Site) else "mentor", whom.public_id)
