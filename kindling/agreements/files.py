"""The PDF of an agreement, as a browser may have it."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from kindling.agreements.models import Paper
from kindling.kit.files import file_answer


def paper_answer(paper: Paper | None) -> HttpResponse:
    """Return the PDF; 404 while it is not made."""
    if paper is None or paper.state != Paper.State.MADE:
        raise Http404
    return file_answer(paper.file, "application/pdf", f"agreement-{paper.sha256[:12]}.pdf")
