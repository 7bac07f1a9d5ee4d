"""A mentor as staff see them: how often they are asked, and whether they may be asked now."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kindling.attendance import actions, rules
from kindling.attendance.models import Rhythm
from kindling.attendance.queries.mentors import staff_page
from kindling.kit.http import go_to
from kindling.schools.http import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
def mentor(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Show one mentor; POST keeps the rhythm they asked for on the phone."""
    people = rules.visible_mentors(request.viewer)
    found = get_object_or_404(people, public_id=public_id)
    if request.method == "POST" and request.POST.get("rhythm") in Rhythm:
        actions.choose_rhythm(found, Rhythm(request.POST["rhythm"]), by=request.viewer)
        return go_to(request, reverse("attendance:mentor", args=[public_id]), _("Saved."))
    context = {"page": staff_page(request.viewer, found), "mentor": found}
    return render(request, "attendance/mentor_for_staff.html", context)
