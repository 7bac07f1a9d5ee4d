"""The file of a proof, as a browser may have it."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from kindling.clearance.models import Proof


def file_answer(proof: Proof) -> HttpResponse:
    """Return the file so that a browser can show or keep it and do nothing else with it."""
    try:
        with proof.file.open("rb") as file:
            data: bytes = file.read()
    except (FileNotFoundError, ValueError):
        raise Http404 from None
    response = HttpResponse(data, content_type=proof.type)
    how = "inline" if proof.type == "image/jpeg" else "attachment"
    response["Content-Disposition"] = f'{how}; filename="{proof.item}.{proof.ending}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response
