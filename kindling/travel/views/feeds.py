"""Pages of the timetable: hand in, look, use, take away."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import go_to, page_or_422, require
from kindling.schools.http import ViewerRequest
from kindling.travel import actions, rules
from kindling.travel.forms import FeedForm, MapForm
from kindling.travel.models import Feed
from kindling.travel.queries import desk, feed_page


@require_safe
def timetable(request: ViewerRequest) -> HttpResponse:
    """What is in use, and what was handed in."""
    require(rules.may_keep_timetable(request.viewer))
    return render(request, "travel/desk.html", shown(request))


def shown(request: ViewerRequest, **forms: Any) -> dict[str, Any]:
    """What the page shows; a form that was sent takes the place of an empty one."""
    empty = {"form": FeedForm(), "map_form": MapForm(viewer=request.viewer)}
    return {"desk": desk(request.viewer), **empty, **forms}


@require_POST
def hand_in(request: ViewerRequest) -> HttpResponse:
    require(rules.may_keep_timetable(request.viewer))
    form = FeedForm(request.POST, request.FILES)
    if not form.is_valid():
        return page_or_422(request, "travel/desk.html", shown(request, form=form), bound=True)
    file = form.cleaned_data["file"]
    feed = actions.hand_in_feed(file_name=file.name, content=file.read(), by=request.viewer)
    return redirect(feed)


def find(request: ViewerRequest, public_id: str) -> Feed:
    """404 for what the viewer may not see."""
    return get_object_or_404(rules.visible_feeds(request.viewer), public_id=public_id)


@require_safe
def feed(request: ViewerRequest, public_id: str) -> HttpResponse:
    """What a file holds, and what is wrong with it."""
    page = feed_page(request.viewer, find(request, public_id))
    return render(request, "travel/feed.html", {"page": page, "feed": page.feed})


@require_POST
def use(request: ViewerRequest, public_id: str) -> HttpResponse:
    actions.use_feed(find(request, public_id), by=request.viewer)
    return go_to(request, "travel:timetable", _("In use. Minutes are worked out now."))


@require_POST
def remove(request: ViewerRequest, public_id: str) -> HttpResponse:
    actions.remove_feed(find(request, public_id), by=request.viewer)
    return go_to(request, "travel:timetable", _("Taken away. Minutes are straight lines again."))


@require_POST
def discard(request: ViewerRequest, public_id: str) -> HttpResponse:
    actions.discard_feed(find(request, public_id), by=request.viewer)
    return go_to(request, "travel:timetable", _("The file is thrown away."))
