"""What the installed app talks with: taps kept on the phone, the page for no network, the place."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kindling.attendance import actions, rules
from kindling.attendance.along import Moment, Sent, keep_along
from kindling.attendance.models import Day, Method
from kindling.attendance.proof import seen_at_site, without_code
from kindling.attendance.queries.days import find_placement
from kindling.attendance.queries.pocket import day_being_left, pocket
from kindling.attendance.tapping import TapForm
from kindling.kit.http import Refused, is_looking, raw_body, require
from kindling.kit.ids import new_public_id
from kindling.schools.http import ViewerRequest
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer

POCKET = "X-Kindling-Pocket"  # whose page this is: the service worker keeps it for nobody else


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def taps(request: HttpRequest) -> HttpResponse:
    """GET says who is signed in; POST takes one tap of theirs, once. JSON, for our own script.

    A photo or a voice note makes it a form: the JSON stands in `said`, the files beside it.
    401 keeps the tap on the phone, 409 and 422 say in `detail` why it cannot be taken.
    """
    viewer: Viewer | None = getattr(request, "viewer", None)
    if viewer is None or viewer.person is None:
        return JsonResponse({"why": "signed_out"}, status=401)
    if is_looking(request):
        return JsonResponse({"person": viewer.person.public_id, "csrf": get_token(request)})
    form = TapForm(read(request))
    if not form.is_valid():
        sentences = [str(one) for errors in form.errors.values() for one in errors]
        return JsonResponse({"detail": " ".join(sentences)}, status=422)
    if form.cleaned_data["person"] != viewer.person.public_id:
        return JsonResponse({"why": "somebody_else"}, status=401)
    try:
        day, told = take(form, viewer)
    except Refused as refusal:
        return JsonResponse({"detail": str(refusal)}, status=409)
    sent = Sent(form.along, request.FILES)
    wrong = keep_along(day, Moment(form.cleaned_data["kind"]), sent, by=viewer)
    return JsonResponse(
        {"day": day.public_id, "state": day.state, "told": " ".join([told, *wrong]).strip()}
    )


def read(request: HttpRequest) -> dict[str, Any]:
    """Return the JSON object that was sent; {} for anything else."""
    try:
        has_files = request.content_type == "multipart/form-data"
        sent = json.loads(request.POST.get("said", "") if has_files else raw_body(request))
    except ValueError:
        return {}
    return sent if isinstance(sent, dict) else {}


def take(form: TapForm, viewer: Viewer) -> tuple[Day, str]:
    """Do what the tap says; return the day, and what the student should hear of it."""
    sent = form.cleaned_data
    placement = find_placement(viewer, sent["placement"])
    how = seen_at_site(form.how(viewer.school.now()), placement, sent["code"], by=viewer)
    told = "" if how.method == Method.SITE_CODE or not sent["code"] else without_code()
    facts: dict[str, Any] = {"tap": sent["tap"], "how": how, "by": viewer}
    if sent["kind"] == TapForm.IN:
        return actions.check_in(placement, goal=sent["text"][:300], **facts), told
    day = day_being_left(viewer, placement, how.at or viewer.school.now())
    if day is None:
        raise Refused(_("Check in first: tap “I’m here” when you arrive."))
    return actions.check_out(day, line=sent["text"], **facts), told


@require_safe
def pocket_page(request: ViewerRequest) -> HttpResponse:
    """Today, as the phone shows it when there is no network. It is fetched ahead and kept there."""
    require(request.viewer.is_a(Role.STUDENT))
    kept = pocket(request.viewer)
    context = {"pocket": kept, "tap": new_public_id(), "leaving": kept.along(request.viewer)}
    context["journal_tap"] = new_public_id()
    response = render(request, "attendance/pocket.html", context)
    if request.viewer.person:
        response[POCKET] = request.viewer.person.public_id
    return response


@require_safe
def near(request: ViewerRequest, placement_id: str) -> HttpResponse:
    """Where the student's own place is, for a phone that answers "at the place: yes or no".

    The site's coordinates, never the student's. Without them the phone says nothing.
    """
    placements = rules.visible_placements(request.viewer)
    placement = get_object_or_404(placements, public_id=placement_id)
    require(rules.may_check_in(request.viewer, placement))
    site = placement.site
    where = {"latitude": site.latitude, "longitude": site.longitude, "metres": site.near_metres}
    return JsonResponse(where)
