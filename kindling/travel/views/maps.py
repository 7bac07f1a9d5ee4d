"""The school's own map of its streets: put in, taken away, and sent to the page in parts."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require
from kindling.kit.ranges import part_answer
from kindling.schools.http import ViewerRequest
from kindling.travel import actions, rules
from kindling.travel.forms import MapForm
from kindling.travel.views.feeds import shown


@require_POST
def put(request: ViewerRequest) -> HttpResponse:
    require(rules.may_keep_timetable(request.viewer))
    form = MapForm(request.POST, request.FILES, viewer=request.viewer)
    if not form.is_valid():
        return page_or_422(request, "travel/desk.html", shown(request, map_form=form), bound=True)
    told = form.cleaned_data
    facts = {"content": told["content"], "bounds": told["bounds"]}
    actions.put_map(file_name=told["map"].name, **facts, by=request.viewer)
    return go_to(request, "travel:timetable", _("The map is in."))


@require_POST
def remove(request: ViewerRequest) -> HttpResponse:
    require(rules.may_keep_timetable(request.viewer))
    found = get_object_or_404(rules.visible_maps(request.viewer))
    actions.remove_map(found, by=request.viewer)
    return go_to(request, "travel:timetable", _("The map is taken away."))


@require_safe
def tiles(request: ViewerRequest, digest: str) -> HttpResponse:
    """A part of the map, for whoever may look for places at this school."""
    found = get_object_or_404(rules.visible_maps(request.viewer), digest=digest)
    asked = request.headers.get("Range", "")
    return part_answer(found.file, found.size, asked, "application/vnd.pmtiles")
