"""Files that are shown and can do nothing else: a PDF of an agreement, a certificate."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse

from kindling.agreements.models import Paper


def paper_answer(paper: Paper | None) -> HttpResponse:
    """Return the PDF; 404 while it is not made."""
    if paper is None or paper.state != Paper.State.MADE:
        raise Http404
    return file_answer(paper.file, "application/pdf", f"agreement-{paper.sha256[:12]}.pdf")


def file_answer(name: str, type_: str, shown_as: str) -> HttpResponse:
    """Return a stored file. Opened by itself it may run, load and send nothing."""
    try:
        with default_storage.open(name, "rb") as file:
            data: bytes = file.read()
    except (FileNotFoundError, ValueError):
        raise Http404 from None
    response = HttpResponse(data, content_type=type_)
    response["Content-Disposition"] = f'attachment; filename="{shown_as}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response
