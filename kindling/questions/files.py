"""A file that somebody sent, given back so that a browser shows it and can do nothing else with it."""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse

from kindling.questions.models import Attachment

RANGE = re.compile(r"bytes=(\d+)-(\d*)$")


def file_answer(request: HttpRequest, attachment: Attachment) -> HttpResponse:
    """Return the file, or the part of it that a player asks for.

    The type is the one its bytes had. Opened by itself it may run, load and send nothing.
    """
    try:
        with attachment.file.open("rb") as file:
            data: bytes = file.read()
    except (FileNotFoundError, ValueError):  # taken back a moment ago
        raise Http404 from None
    response = _part(request, data) or HttpResponse(data)
    response["Content-Type"] = attachment.type
    response["Content-Disposition"] = f'inline; filename="{attachment.kind}.{attachment.ending}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    response["Accept-Ranges"] = "bytes"
    return response


def _part(request: HttpRequest, data: bytes) -> HttpResponse | None:
    asked = RANGE.match(request.headers.get("Range", ""))
    if asked is None:
        return None
    first = int(asked[1])
    last = min(int(asked[2] or len(data) - 1), len(data) - 1)
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{len(data)}"})
    response = HttpResponse(data[first : last + 1], status=206)
    response["Content-Range"] = f"bytes {first}-{last}/{len(data)}"
    return response
