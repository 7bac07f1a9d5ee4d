"""The file of a piece, its small picture and its captions: for whoever may see them."""

from __future__ import annotations

from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from kindling.evidence import rules
from kindling.schools.http import ViewerRequest
from kindling.uploads.answering import captions_answer, thumb_answer, upload_answer
from kindling.uploads.models import Upload


@require_safe
def file(request: ViewerRequest, public_id: str) -> HttpResponseBase:
    """?save=1 saves it; else pictures, films and sounds are shown."""
    upload = find_upload(request, public_id)
    return upload_answer(request, upload, download=bool(request.GET.get("save")))


@require_safe
def small(request: ViewerRequest, public_id: str) -> HttpResponseBase:
    return thumb_answer(find_upload(request, public_id))


@require_safe
def captions(request: ViewerRequest, public_id: str) -> HttpResponseBase:
    return captions_answer(find_upload(request, public_id))


def find_upload(request: ViewerRequest, public_id: str) -> Upload:
    """404 for a picture that waits for somebody's yes; who is asked sees what they are asked about."""
    viewer = request.viewer
    asked = rules.asked_pictures(viewer).filter(evidence__public_id=public_id).first()
    if asked is not None and asked.evidence.upload is not None and asked.evidence.is_looked_at:
        return asked.evidence.upload
    found = get_object_or_404(rules.visible_evidence(viewer), public_id=public_id)
    if found.upload is None or not rules.may_open_file(viewer, found):
        raise Http404
    return found.upload
