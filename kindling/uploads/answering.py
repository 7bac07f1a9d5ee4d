"""A kept file as a browser may have it: in parts, sandboxed, and never as a page of ours."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header

from kindling.kit.ranges import span_of
from kindling.uploads.models import MEGABYTE, Upload

MOST = 4 * MEGABYTE  # of one answer to a range; a player asks for more
SHOWN = {Upload.Kind.PHOTO, Upload.Kind.VIDEO, Upload.Kind.AUDIO}


def upload_answer(
    request: HttpRequest, upload: Upload, *, download: bool = False
) -> HttpResponseBase:
    """Return the file or the part of it that is asked for; 404 where it is deleted.

    The caller has found it through the rules of what stands on it. Pictures and films are shown,
    everything else is saved.
    """
    name = upload.name or f"{upload.kind}.{upload.ending}"
    saved = download or upload.kind not in SHOWN
    saved_as = told_name(name, upload.ending) if saved else ""
    return stored_answer(request, upload.file, upload.kept_size, upload.type, saved_as)


def stored_answer(
    request: HttpRequest, name: str, size: int, type_: str, saved_as: str
) -> HttpResponseBase:
    """Return a stored file or the part that is asked for. saved_as: "" for what a page shows."""
    if not name:
        raise Http404
    asked = request.headers.get("Range", "")
    span = span_of(asked, size) if asked else (0, size - 1)
    if span is None:
        response: HttpResponseBase = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{size}"
        return response
    first, last = span
    if asked:
        last = min(last, first + MOST - 1)
        response = HttpResponse(read_span(name, first, last), status=206)
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
    else:
        response = StreamingHttpResponse(_whole(name, size))
    response["Content-Length"] = str(last - first + 1)
    return sandboxed(response, type_, saved_as)


def thumb_answer(upload: Upload) -> HttpResponseBase:
    """Return the small picture; 404 without one."""
    return thumb_of(upload.thumb)


def thumb_of(name: str) -> HttpResponseBase:
    """The same by its name in the storage."""
    if not name:
        raise Http404
    return sandboxed(HttpResponse(_read(name)), "image/jpeg")


def captions_answer(upload: Upload) -> HttpResponseBase:
    """Return the captions; 404 without any."""
    return captions_text(upload.captions)


def captions_text(captions: str) -> HttpResponseBase:
    """The same from the text itself."""
    if not captions:
        raise Http404
    return sandboxed(HttpResponse(captions), "text/vtt; charset=utf-8")


def sandboxed(response: HttpResponseBase, type_: str, saved_as: str = "") -> HttpResponseBase:
    """Opened by itself it may run, load and send nothing, and nobody in between keeps it."""
    response["Content-Type"] = type_
    inline = not saved_as
    header = content_disposition_header(as_attachment=not inline, filename=saved_as)
    response["Content-Disposition"] = header or "inline"
    response["Accept-Ranges"] = "bytes"
    response["Content-Encoding"] = "identity"  # a part of a packed file is of no use
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "private, no-store"
    return response


def told_name(name: str, ending: str) -> str:
    """The sender's name for the file, with the ending of what it is."""
    bare = name.rpartition(".")[0] or name
    return f"{bare}.{ending}"


def read_span(name: str, first: int, last: int) -> bytes:
    """Return these bytes of a stored file; of one in a bucket nothing else travels."""
    try:
        with default_storage.open(name, "rb") as file:
            if hasattr(file, "obj"):  # django-storages' S3File would bring all of it
                body = file.obj.get(Range=f"bytes={first}-{last}")["Body"]
                return bytes(body.read())
            file.seek(first)
            return bytes(file.read(last - first + 1))
    except FileNotFoundError:
        raise Http404 from None


def _whole(name: str, size: int) -> Iterator[bytes]:
    for first in range(0, size, MOST):
        yield read_span(name, first, min(first + MOST, size) - 1)


def _read(name: str) -> bytes:
    try:
        with default_storage.open(name, "rb") as file:
            return bytes(file.read())
    except FileNotFoundError:
        raise Http404 from None
