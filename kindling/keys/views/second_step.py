"""How colleagues sign in: from when with a second step, and who has none yet."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.accounts.views.proof import proves
from kindling.keys import rules
from kindling.keys.actions import second_step as actions
from kindling.keys.forms import SecondStepForm
from kindling.kit.http import Refused, go_to, page_or_422, require, sent
from kindling.kit.paging import page_of
from kindling.schools.http import ViewerRequest


@proves
@require_http_methods(["GET", "HEAD", "POST"])
def second_step(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    require(rules.may_ask_second_step(viewer))
    form = SecondStepForm(sent(request), initial={"since": viewer.school.second_step_from})
    if form.is_bound and form.is_valid() and asked(form, request):
        return go_to(request, "keys:second_step", _("Saved."))
    people = rules.visible_colleagues(viewer).select_related("user")
    page = page_of(request, people.order_by("user__has_second_step", "sort_name", "pk"))
    lacking = people.filter(user__has_second_step=False).count()
    context = {"form": form, "page": page, "lacking": lacking}
    return page_or_422(request, "keys/second_step.html", context, bound=form.is_bound)


def asked(form: SecondStepForm, request: ViewerRequest) -> bool:
    """Ask from that day on; what the action refuses stands beside the field."""
    try:
        actions.ask_second_step(form.cleaned_data["since"], by=request.viewer)
    except Refused as refused:
        form.add_error("since", str(refused))
        return False
    return True


@proves
@require_POST
def forget(request: ViewerRequest, public_id: str) -> HttpResponse:
    """For a colleague who lost phone and codes."""
    require(rules.may_ask_second_step(request.viewer))
    person = get_object_or_404(rules.visible_colleagues(request.viewer), public_id=public_id)
    actions.forget_second_step(person, by=request.viewer)
    toast = _("%(name)s signs in without it once, and then adds a new one.")
    return go_to(request, "keys:second_step", toast % {"name": person.name})
