"""Staff's side: make this device the kiosk, print codes."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kindling.advisory.rules import visible_advisories
from kindling.kiosk import actions, rules
from kindling.kit.http import Refused, require
from kindling.kit.paging import page_of
from kindling.passes.tokens import token_of
from kindling.schools.http import ViewerRequest


@require_safe
def kiosk(request: ViewerRequest) -> HttpResponse:
    """What a kiosk is, the button, and the tablets that are open."""
    viewer = request.viewer
    require(rules.may_open_kiosk(viewer))
    opened = rules.visible_kiosks(viewer, timezone.now())[:50]
    context = {"opened": opened, "may_make_codes": rules.may_make_codes(viewer)}
    return render(request, "kiosk/kiosk.html", context)


@require_POST
def open_here(request: ViewerRequest) -> HttpResponse:
    """Sign out of this device, which students are about to use, and open the kiosk on it."""
    held = actions.open_kiosk(by=request.viewer)
    logout(request)
    response = redirect(f"/p/{token_of(held)}/")
    response["Clear-Site-Data"] = '"cache"'  # no page of the staff's comes back by "back"
    return response


@require_safe
def code_list(request: ViewerRequest) -> HttpResponse:
    """Who has a code since when; new ones for those who are ticked."""
    viewer = request.viewer
    require(rules.may_make_codes(viewer))
    chosen = request.GET.get("advisory", "")
    advisories = list(visible_advisories(viewer).filter(ended_on__isnull=True).order_by("name"))
    students = rules.coded_students(viewer)
    if chosen:
        students = students.filter(rules.sits_in(chosen))
    context = {"page": page_of(request, students), "advisories": advisories, "chosen": chosen}
    return render(request, "kiosk/codes.html", context)


@never_cache
@require_POST
def print_codes(request: ViewerRequest) -> HttpResponse:
    """Make codes and show them once, to print and cut."""
    viewer = request.viewer
    require(rules.may_make_codes(viewer))
    chosen = request.POST.getlist("student")[:200]
    students = list(rules.coded_students(viewer).filter(public_id__in=chosen))
    if not students:
        raise Refused(rules.nobody_chosen())
    made = actions.make_codes(students, by=viewer)
    return render(request, "kiosk/cards.html", {"made": made})
