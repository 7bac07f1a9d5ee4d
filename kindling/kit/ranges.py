"""A part of a file, as browsers ask for it (RFC 9110, one range)."""

from __future__ import annotations

import re

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse

ASKED = re.compile(r"bytes=(\d{0,15})-(\d{0,15})\Z")


def span_of(asked: str, size: int) -> tuple[int, int] | None:
    """Return the first and last byte asked for; None where there is none of them.

    What cannot be read as one range asks for the whole file.
    """
    found = ASKED.match(asked.strip())
    if not found or found.groups() == ("", ""):
        return 0, size - 1
    first, last = found.groups()
    if not first:
        return (max(0, size - int(last)), size - 1) if int(last) else None
    end = min(int(last), size - 1) if last else size - 1
    if int(first) >= size:
        return None
    return (int(first), end) if int(first) <= end else (0, size - 1)


def part_answer(name: str, size: int, asked: str, type_: str) -> HttpResponse:
    """Answer with the part of a stored file that `asked` (the Range header) names: 206, 200 or 416.

    Never packed on the way: a part of a packed file is of no use.
    """
    span = span_of(asked, size)
    if span is None:
        refused = HttpResponse(status=416)
        refused["Content-Range"] = f"bytes */{size}"
        return refused
    first, last = span
    try:
        with default_storage.open(name, "rb") as file:
            file.seek(first)
            data: bytes = file.read(last - first + 1)
    except FileNotFoundError:
        raise Http404 from None
    is_part = bool(asked) and (first, last) != (0, size - 1)
    response = HttpResponse(data, status=206 if is_part else 200, content_type=type_)
    if is_part:
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Accept-Ranges"] = "bytes"
    response["Content-Encoding"] = "identity"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, max-age=86400"
    return response
