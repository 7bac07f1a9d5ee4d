"""Behind a mentor's link: whom would you take first? Names only, never the order of a list."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kindling.kit.http import Refused
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.rounds import actions, rules
from kindling.rounds.queries.mentors import asked_places
from kindling.schools.viewer import Viewer


def pick_students_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """Show who lists the places; POST keeps whom the mentor would take first at one of them."""
    if request.method != "POST":
        return show(request, viewer)
    place = rules.visible_round_places(viewer).filter(public_id=request.POST.get("place")).first()
    if place is None:
        raise Http404
    students = rules.students_listing(viewer, place)
    ticked = set(request.POST.getlist("student"))
    wanted = [student for student in students if student.public_id in ticked]
    try:
        actions.pick_students(place, wanted, by=viewer)
    except Refused as refused:
        messages.error(request, str(refused))
        return show(request, viewer, 409)
    messages.success(request, _("Thank you. You can change it until the school runs the round."))
    return redirect(request.door)


def show(request: PassRequest, viewer: Viewer, status: int = 200) -> HttpResponse:
    places = asked_places(viewer)
    return render(request, "rounds/link.html", {"places": places}, status=status)
