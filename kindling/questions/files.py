"""A file that somebody sent, given back so that a browser shows it and can do nothing else with it."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse

from kindling.kit import files
from kindling.questions.models import Attachment

RANGE = re.compile(r"bytes=(\d+)-(\d*)$")


def file_answer(request: HttpRequest, attachment: Attachment) -> HttpResponse:
    """Return the file, or the part of it that a player asks for; 404 once it is taken back."""
    shown_as = f"{attachment.kind}.{attachment.ending}"
    name = attachment.file.name or ""
    response = files.file_answer(name, attachment.type, shown_as, how="inline")
    response["Accept-Ranges"] = "bytes"
    _cut(response, request.headers.get("Range", ""))
    return response


def _cut(response: HttpResponse, wanted: str) -> None:
    """Leave of the file what a Range asks for; 416 where it has nothing there."""
    asked, data = RANGE.match(wanted), response.content
    if asked is None:
        return
    first = int(asked[1])
    last = min(int(asked[2] or len(data) - 1), len(data) - 1)
    if first > last:
        response.status_code, response.content = 416, b""
        response["Content-Range"] = f"bytes */{len(data)}"
        return
    response.status_code, response.content = 206, data[first : last + 1]
    response["Content-Range"] = f"bytes {first}-{last}/{len(data)}"
