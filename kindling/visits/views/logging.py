"""Note a visit from the phone: as a form, or kept on the phone and sent later, once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from kindling.kit.http import Refused, go_to, is_looking, page_or_422, raw_body, require
from kindling.kit.http import sent as sent_with
from kindling.kit.ids import new_public_id
from kindling.schools.http import ViewerRequest
from kindling.schools.viewer import Viewer
from kindling.visits import actions, rules
from kindling.visits.forms.visits import LogForm
from kindling.visits.models import Visit
from kindling.visits.queries.visits import visited_placements

WHOSE = "X-Kindling-Visits"  # whose page it is: the worker keeps it for nobody else
WORKER = Path(settings.BASE_DIR) / "kindling/ui/static/dist/visits-worker.js"


@require_http_methods(["GET", "HEAD", "POST"])
def log(request: ViewerRequest) -> HttpResponse:
    """Note a visit, a call or a mail; with JavaScript it is kept on the phone first."""
    require(rules.may_open(request.viewer))
    first = {"place": request.GET.get("place"), "tap": new_public_id()}
    form = LogForm(sent_with(request), viewer=request.viewer, initial=first)
    if form.is_bound and form.is_valid():
        return go_to(request, take(form, request.viewer), _("The note is kept."))
    places = list(visited_placements(request.viewer)[:100])
    context = {"form": form, "places": places, "tap": first["tap"]}
    response = page_or_422(request, "visits/log.html", context, bound=form.is_bound)
    response[WHOSE] = request.viewer.person.public_id if request.viewer.person else ""
    return response


def take(form: LogForm, viewer: Viewer) -> Visit:
    """Do what a note says that can be taken."""
    facts = {name: form.cleaned_data[name] for name in ("kind", "on", "tap")}
    return actions.log_visit(form.cleaned_data["place"], by=viewer, **facts, **form.note)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sent(request: HttpRequest) -> HttpResponse:
    """GET says who is signed in; POST takes one note that a phone kept, once. JSON, our own script.

    401 keeps it on the phone; 404, 409 and 422 say in `detail` why it cannot be taken as it is.
    """
    viewer: Viewer | None = getattr(request, "viewer", None)
    if viewer is None or viewer.person is None:
        return JsonResponse({"why": "signed_out"}, status=401)
    if is_looking(request):
        return JsonResponse({"person": viewer.person.public_id, "csrf": get_token(request)})
    said = read(request)
    if said.get("person") != viewer.person.public_id:
        return JsonResponse({"why": "somebody_else"}, status=401)
    note = said.get("note")
    form = LogForm(note if isinstance(note, dict) else {}, viewer=viewer)
    if not form.is_valid():
        sentences = [str(one) for errors in form.errors.values() for one in errors]
        return JsonResponse({"detail": " ".join(sentences)}, status=422)
    try:
        visit = take(form, viewer)
    except Refused as refusal:
        return JsonResponse({"detail": str(refusal)}, status=409)
    return JsonResponse({"visit": visit.public_id})


def read(request: HttpRequest) -> dict[str, Any]:
    """Return the JSON object that was sent; {} for anything else."""
    try:
        found = json.loads(raw_body(request))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


@require_safe
@cache_control(no_cache=True)
def worker(request: ViewerRequest) -> HttpResponse:
    """The worker that keeps the page of notes. It stands here, so that it serves nothing else."""
    if not rules.may_open(request.viewer) or not WORKER.exists():
        raise Http404
    return HttpResponse(WORKER.read_bytes(), content_type="text/javascript")
