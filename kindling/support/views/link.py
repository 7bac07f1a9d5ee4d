"""Behind a guardian's link: what a mentor may know about what helps their child."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer
from kindling.support import actions, rules


def allow_travel_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """One sentence; yes, no, or take it back. GET changes nothing."""
    travel = rules.visible_travels(viewer).first()
    if travel is None:
        raise Http404
    if request.method != "POST":
        decides = rules.may_decide_travel(viewer, travel)
        context = {"travel": travel, "may_decide": decides}
        return render(request, "support/allow_travel.html", context)
    answer = request.POST.get("answer", "")
    if answer == "back":
        actions.revoke_travel(travel, by=viewer)
    else:
        actions.answer_travel(travel, yes=answer == "yes", by=viewer)
    messages.success(request, _("Thank you. That is how it is done."))
    return redirect(request.door)
