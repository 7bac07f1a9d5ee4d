"""Behind a mentor's link: the letter, and all they have given."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from kindling.attendance.rooms import Room, add_room
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer
from kindling.thanks import rules
from kindling.thanks.queries import given_by


def read_thanks_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """One letter, to read and to print, with the history below it."""
    letters = rules.visible_thanks(viewer).filter(public_id__in=sorted(viewer.subjects))
    letter = get_object_or_404(letters)
    context = {"letter": letter, "given": given_by(viewer)}
    return render(request, "thanks/given.html", context)


def given_page(request: PassRequest) -> HttpResponse:
    """First names, hours, letters."""
    context = {"letter": None, "given": given_by(request.viewer)}
    return render(request, "thanks/given.html", context)


# config/passes.py brings this file along with its addresses, so every link knows the page.
add_room(Room("given", _("Your interns, hours and thank-yous"), "gift", given_page))
