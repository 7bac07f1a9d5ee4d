"""Behind a panelist's link once the panel has begun: the form, who is in, and what everybody said."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from kindling.exhibitions.models import Exhibition, Panelist
from kindling.history.stir import stamp_of
from kindling.kit.http import fresh_or_304
from kindling.panels import rules
from kindling.panels.models import Form, Panel
from kindling.panels.queries.room import Room, compared, room_of
from kindling.panels.views.sheets import Place, show, take
from kindling.passes.purposes import PassRequest

TEMPLATE = "panels/door.html"


def at_door(
    request: PassRequest, exhibition: Exhibition, panelist: Panelist
) -> HttpResponse | None:
    """Answer instead of the invitation while the panel works; ?about is the invitation again."""
    if exhibition.state not in Exhibition.JUDGING or "about" in request.GET:
        return None
    panel = rules.visible_panels(request.viewer).first()
    if panel is None or "coming" in request.POST:
        return None
    place = Place(TEMPLATE, request.door)
    if request.method == "POST":
        return take(request, panel, place)
    room = room_of(panel, request.viewer)
    if "now" in request.GET:
        return who_is_in(request, panel, room)
    return page(request, panel, room, place)


def who_is_in(request: PassRequest, panel: Panel, room: Room) -> HttpResponse:
    stamp = stamp_of(request.viewer, "panel", panel.public_id)
    return fresh_or_304(request, "panels/_now.html", stamp, lambda: {"room": room, "stamp": stamp})


def page(request: PassRequest, panel: Panel, room: Room, place: Place) -> HttpResponse:
    """Their form until it is in; then who is in; after the reveal what everybody said."""
    is_in = room.own is not None and room.own.state in (Form.State.SENT, Form.State.LATE)
    wants_form = "sheet" in request.GET or not is_in
    if panel.is_revealed and not wants_form:
        found = compared(panel, request.viewer)
        context = {"panel": panel, "exhibition": panel.exhibition, "compared": found, "room": room}
        return render(request, "panels/door_compared.html", context)
    stamp = stamp_of(request.viewer, "panel", panel.public_id)
    return show(request, panel, place, room=room, stamp=stamp)
