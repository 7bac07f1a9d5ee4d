"""Files as they are kept, under the address of their bytes, and as a browser may have them."""

from __future__ import annotations

from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse


def keep_bytes(folder: str, content: bytes, ending: str) -> tuple[str, str]:
    """Keep a file under its own SHA-256; return its name in the storage and the address.

    The same bytes are kept once. What was cut off while it was written is written anew.
    """
    digest = sha256(content).hexdigest()
    name = f"{folder}/{digest}.{ending}"
    if default_storage.exists(name):
        if default_storage.size(name) == len(content):
            return name, digest
        default_storage.delete(name)
    return default_storage.save(name, ContentFile(content)), digest


def file_answer(name: str, type_: str, shown_as: str, *, how: str = "attachment") -> HttpResponse:
    """Return a stored file, 404 without one. Opened by itself it may run, load and send nothing.

    type_: told by the bytes when it was kept. how: "attachment", or "inline" for what a page shows.
    """
    if not name:
        raise Http404
    try:
        with default_storage.open(name, "rb") as file:
            data: bytes = file.read()
    except FileNotFoundError:
        raise Http404 from None
    response = HttpResponse(data, content_type=type_)
    response["Content-Disposition"] = f'{how}; filename="{shown_as}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response
