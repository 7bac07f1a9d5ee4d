"""Files in parts, as a browser sends them: announce, ask how far, send on; and the school's limit."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kindling.kit.http import Refused, go_to, is_looking, page_or_422, raw_body, require, sent
from kindling.kit.limits import take
from kindling.schools.http import ViewerRequest
from kindling.uploads import actions, filming, rules, scanning
from kindling.uploads.forms import AnnounceForm, LimitForm
from kindling.uploads.models import MEGABYTE, Upload

HOUR = 3600
MOST_AN_HOUR = 120  # files
MOST_PARTS = 6000  # an hour: a few films of 200 MB


@require_POST
def announce(request: ViewerRequest) -> HttpResponse:
    """Begin, or go on with, the file that the sender names by its key. Answers in JSON."""
    require(rules.may_upload(request.viewer))
    take("upload", str(request.viewer.person_id), limit=MOST_AN_HOUR, seconds=HOUR)
    form = AnnounceForm(request.POST)
    if not form.is_valid():
        return JsonResponse(
            {"detail": str(_("This file is empty. Choose another one."))}, status=422
        )
    try:
        upload = actions.open_upload(**form.cleaned_data, by=request.viewer)
    except ValidationError as wrong:
        return JsonResponse({"detail": wrong.messages[0]}, status=422)
    except Refused as refusal:
        return JsonResponse({"detail": str(refusal)}, status=409)
    return told(upload)


@require_http_methods(["GET", "HEAD", "POST", "DELETE"])
def carry(request: ViewerRequest, public_id: str) -> HttpResponse:
    """GET: how far it is. POST with ?at=: the bytes from there on. DELETE: not wanted any more.

    A file that is all here and was not finished (the server died) is finished by an empty POST.
    """
    upload = get_object_or_404(rules.visible_uploads(request.viewer), public_id=public_id)
    if is_looking(request):
        return told(upload)
    if request.method == "DELETE":
        if upload.used_at is None:
            actions.drop_upload(upload, by=request.viewer)
        return told(upload)
    take("upload-part", str(request.viewer.person_id), limit=MOST_PARTS, seconds=HOUR)
    try:
        at = int(request.GET.get("at", "-1"))
        return told(actions.add_part(upload, at, raw_body(request), by=request.viewer))
    except (ValidationError, ValueError) as wrong:
        said = wrong.messages[0] if isinstance(wrong, ValidationError) else str(wrong)
        return JsonResponse({"detail": said}, status=422)


def told(upload: Upload) -> JsonResponse:
    """Where it stands; a refused one answers 422 with why."""
    facts = {"id": upload.public_id, "received": upload.received, "size": upload.size}
    facts |= {"state": upload.state, "kind": upload.kind, "part": 2 * MEGABYTE}
    if upload.state == Upload.State.REFUSED:
        return JsonResponse({**facts, "detail": upload.why}, status=422)
    return JsonResponse(facts)


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: ViewerRequest) -> HttpResponse:
    """The limit of the school, and which helpers this computer has."""
    require(rules.may_set_limit(request.viewer))
    limit = rules.limit_of(request.school) // MEGABYTE
    form = LimitForm(sent(request), initial={"limit_mb": limit})
    if form.is_bound and form.is_valid():
        actions.set_limit(form.cleaned_data["limit_mb"], by=request.viewer)
        return go_to(request, "uploads:settings", _("Saved."))
    context = {"form": form, "scans": scanning.is_there(), "films": bool(filming.ffmpeg())}
    return page_or_422(request, "uploads/settings.html", context, bound=form.is_bound)
