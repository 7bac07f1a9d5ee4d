"""Somebody stands in for the advisor: named, listed on the advisory's page, taken back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.advisory import actions, rules
from kindling.advisory.forms import SubstituteForm
from kindling.advisory.views.advisories import find
from kindling.kit.http import go_to, page_or_422, require, sent
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def name_substitute(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Name who stands in."""
    advisory = find(request, public_id)
    require(rules.may_name_substitute(request.viewer, advisory))
    form = SubstituteForm(sent(request), viewer=request.viewer)
    if form.is_bound and form.is_valid():
        actions.name_substitute(advisory, **form.cleaned_data, by=request.viewer)
        return go_to(request, advisory, _("Named. A letter tells them."))
    context = {"advisory": advisory, "form": form}
    return page_or_422(request, "advisory/substitute.html", context, bound=form.is_bound)


@require_POST
def end_substitute(request: ViewerRequest, public_id: str, substitute_id: str) -> HttpResponse:
    """Take the access back now."""
    advisory = find(request, public_id)
    require(rules.may_name_substitute(request.viewer, advisory))
    found = rules.visible_substitutes(request.viewer, advisory)
    substitute = get_object_or_404(found, public_id=substitute_id)
    actions.end_substitute(substitute, by=request.viewer)
    return go_to(request, advisory, _("Their access ended."))
