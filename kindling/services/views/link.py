"""Behind a family's link: one class or service; come, or not after all."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer
from kindling.services import actions, rules


def join_service_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """GET changes nothing."""
    found = rules.counted(rules.visible_services(viewer), viewer.person_id).first()
    if found is None:
        raise Http404
    if request.method != "POST":
        return render(request, "services/join_link.html", {"service": found})
    if request.POST.get("answer") == "back":
        actions.leave_service(found, by=viewer)
        messages.success(request, _("You are not signed up any more."))
    else:
        actions.join_service(found, by=viewer)
        messages.success(request, _("You are signed up."))
    return redirect(request.door)
