"""What a scanned code opens: check in, with the code filled in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kindling.attendance.actions import How, check_in
from kindling.attendance.forms import HereForm
from kindling.attendance.proof import BY_CODE
from kindling.attendance.turns import Turns, turns_of
from kindling.kit.http import Refused, page_or_422, require, sent
from kindling.kit.ids import new_public_id
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def here(request: ViewerRequest) -> HttpResponse:
    """One button. Opening the address does nothing yet: cameras look at it too."""
    require(request.viewer.is_a(Role.STUDENT))
    turns = turns_of(request.viewer)
    placement = turns.now.placement if turns.now else None
    first = {"code": request.GET.get("code", "")[:20], "tap": new_public_id()}
    form = HereForm(sent(request), initial=first, placement=placement, viewer=request.viewer)
    if form.is_bound and form.is_valid():
        return come(request, turns, form)
    context = {"turn": turns.now, "why": turns.why, "form": form}
    return page_or_422(request, "attendance/here.html", context, bound=form.is_bound)


def come(request: ViewerRequest, turns: Turns, form: HereForm) -> HttpResponse:
    if turns.now is None:
        raise Refused(turns.why)
    facts = form.cleaned_data
    how = BY_CODE if facts.pop("code") else How()
    check_in(turns.now.placement, how=how, by=request.viewer, **facts)
    return redirect(reverse("home:today"))
