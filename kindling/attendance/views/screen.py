"""The code of a place, on a screen there, opened from the mentor's link."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from kindling.attendance.rules import visible_codes
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer
from kindling.sites.queries.codes import on_screen


@never_cache
def show_code(request: PassRequest, viewer: Viewer) -> HttpResponse:
    """It asks for the next code by itself while it is open."""
    site = request.GET["screen"]
    code = get_object_or_404(visible_codes(viewer), site__public_id=site)
    again = f"{request.door}?{urlencode({'screen': site})}"
    context = {"shown": on_screen(code, viewer.school.now()), "again": again}
    return render(request, "attendance/screen.html", context)
