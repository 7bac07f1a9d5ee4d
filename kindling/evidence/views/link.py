"""Behind a mentor's link: pieces of a project that its student shares with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from kindling.evidence import rules
from kindling.kit.paging import page_of
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.viewer import Viewer
from kindling.uploads.answering import captions_answer, thumb_answer, upload_answer
from kindling.uploads.models import Upload

SHOWN = 12
ANSWERS: dict[str, Callable[[HttpRequest, Upload], HttpResponseBase]] = {
    "file": upload_answer,
    "small": lambda _request, upload: thumb_answer(upload),
    "vtt": lambda _request, upload: captions_answer(upload),
}


def see_work_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """The pieces, the newest first; ?file=, ?small= and ?vtt= are their files."""
    rows = rules.kept_evidence(viewer)
    for name, answer in ANSWERS.items():
        if named := request.GET.get(name):
            one = get_object_or_404(rows, public_id=named)
            if one.upload is None or not rules.may_open_file(viewer, one):
                raise Http404
            return cast("HttpResponse", answer(request, one.upload))
    return render(request, "evidence/see_work.html", {"page": page_of(request, rows, SHOWN)})
