"""The queue for a place: join, see where one stands, say yes to a seat."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kindling.kit.http import page_or_422, require
from kindling.kit.paging import page_of
from kindling.placements import actions, forms, rules
from kindling.placements.queues import queue_page, queues_to_list
from kindling.placements.views.pages import find_pursuit, pursuit_done
from kindling.schools.http import ViewerRequest
from kindling.sites.models import Opportunity
from kindling.sites.rules import own_student, visible_opportunities


@require_safe
def queue_list(request: ViewerRequest) -> HttpResponse:
    """Every place for which somebody waits."""
    require(rules.may_see_queues(request.viewer))
    page = page_of(request, queues_to_list(request.viewer))
    return render(request, "placements/queues.html", {"page": page})


@require_safe
def queue_detail(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Who waits for one place, in the order in which they are asked."""
    require(rules.may_see_queues(request.viewer))
    place = find_place(request, public_id)
    return render(request, "placements/queue.html", {"page": queue_page(request.viewer, place)})


@require_POST
def join_queue(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A student waits for a seat at a place that is taken."""
    place, student = find_place(request, public_id), own_student(request.viewer)
    require(student is not None and rules.may_request(request.viewer, student))
    form = forms.WhyForm(request.POST)
    if student is None or not form.is_valid():
        context = {"form": form, "place": place, "hindrance": "", "queue_only": True}
        return page_or_422(request, "placements/request.html", context, bound=True)
    why = form.cleaned_data["why"]
    return redirect(actions.join_queue(student, place, why, by=request.viewer))


def find_place(request: ViewerRequest, public_id: str) -> Opportunity:
    """404 for a place one may not see."""
    places = visible_opportunities(request.viewer).for_list()
    place: Opportunity = get_object_or_404(places, public_id=public_id)
    return place


@require_POST
def queue_pursuit(request: ViewerRequest, public_id: str) -> HttpResponse:
    """A request that came too late waits for the next seat."""
    pursuit = find_pursuit(request, public_id)
    actions.queue_pursuit(pursuit, by=request.viewer)
    return pursuit_done(request, pursuit, _("In the queue."))


@require_POST
def accept_offer(request: ViewerRequest, public_id: str) -> HttpResponse:
    """Yes, I want the seat."""
    pursuit = find_pursuit(request, public_id)
    actions.accept_offer(pursuit, by=request.viewer)
    return pursuit_done(request, pursuit, _("The seat is kept for you. The school answers next."))
